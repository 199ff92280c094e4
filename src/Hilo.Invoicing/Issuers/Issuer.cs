using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>A legal entity as the agency knows it: its environment, its key and certificate, what it may print.</summary>
internal sealed class Issuer
{
    public const string KeyPurpose = "arca-key";

    public required IssuerId Id { get; init; }
    public int Version { get; private set; } = 1;
    public required LegalEntityId LegalEntityId { get; init; }
    public required FiscalEnvironment Environment { get; init; }

    /// <summary>Null: does not contribute.</summary>
    public string? GrossIncomeNumber { get; private set; }
    public int? ActivityStartedOn { get; private set; }
    public ClassAHabilitation ClassA { get; private set; }

    /// <summary>The name of this computer at the agency.</summary>
    public required string Alias { get; init; }

    /// <summary>Encrypted; never leaves.</summary>
    public required string PrivateKey { get; init; }
    public required string SigningRequest { get; init; }
    public string? Certificate { get; private set; }
    public DateTimeOffset? CertificateExpiresAt { get; private set; }
    public bool IsActive { get; private set; }

    /// <summary>Sales from then on get their documents by themselves; earlier ones were invoiced elsewhere.</summary>
    public DateTimeOffset? ActiveSince { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }

    public void Set(string? grossIncomeNumber, DateOnly? activityStartedOn, ClassAHabilitation classA)
    {
        (GrossIncomeNumber, ActivityStartedOn, ClassA) = (grossIncomeNumber, activityStartedOn is { } day ? FiscalDay.Number(day) : null, classA);
        Version++;
    }

    public void TakeCertificate(string pem, DateTimeOffset expiresAt)
    {
        (Certificate, CertificateExpiresAt) = (pem, expiresAt);
        Version++;
    }

    /// <param name="hasPoint">A point of sale that serves every channel.</param>
    public Problem? Activate(bool hasPoint, DateTimeOffset now)
    {
        if (Certificate is null) return InvoicingProblems.NoCertificate;
        if (CertificateExpiresAt <= now) return InvoicingProblems.CertificateExpired;
        if (!hasPoint) return InvoicingProblems.NoPoint;
        if (IsActive) return null;
        (IsActive, ActiveSince) = (true, ActiveSince ?? now);
        Version++;
        return null;
    }

    public AgencyIdentity? As(string cuit, ISecrets secrets) =>
        Certificate is { } certificate ? new AgencyIdentity(Environment, cuit, certificate, () => secrets.Reveal(KeyPurpose, PrivateKey)) : null;
}

/// <summary>A point of sale at the agency, for Hilo alone: another program on it would take our numbers.</summary>
internal sealed class FiscalPoint
{
    public required FiscalPointId Id { get; init; }
    public required IssuerId IssuerId { get; init; }
    public required int Number { get; init; }

    /// <summary>Null: every channel that has none of its own.</summary>
    public SalesChannelId? SalesChannelId { get; init; }
}
