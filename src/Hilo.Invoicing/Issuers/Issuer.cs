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
    public required string Alias { get; set; }

    /// <summary>Encrypted; never leaves.</summary>
    public required string PrivateKey { get; set; }
    public required string SigningRequest { get; set; }
    public string? Certificate { get; private set; }
    public DateTimeOffset? CertificateExpiresAt { get; private set; }

    /// <summary>Credit invoices; null without an account.</summary>
    public string? FceAccount { get; private set; }
    public string? FceAlias { get; private set; }
    public string? FceTransfer { get; private set; }
    public int? FceDays { get; private set; }

    public FceTerms? Fce => FceAccount is { } account ? new FceTerms(account, FceAlias, FceTransfer!, FceDays!.Value) : null;

    /// <summary>A new key beside the running one, and what came of it.</summary>
    public string? NextAlias { get; private set; }
    public string? NextPrivateKey { get; private set; }
    public string? NextSigningRequest { get; private set; }
    public string? NextCertificate { get; private set; }
    public DateTimeOffset? NextExpiresAt { get; private set; }

    /// <summary>Why the agency does not let the new one in yet.</summary>
    public string? NextProblem { get; private set; }
    public DateTimeOffset? SwitchedAt { get; private set; }
    public bool IsActive { get; private set; }

    /// <summary>Sales from then on get their documents by themselves; earlier ones were invoiced elsewhere.</summary>
    public DateTimeOffset? ActiveSince { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }

    public void Set(string? grossIncomeNumber, DateOnly? activityStartedOn, ClassAHabilitation classA)
    {
        (GrossIncomeNumber, ActivityStartedOn, ClassA) = (grossIncomeNumber, activityStartedOn is { } day ? FiscalDay.Number(day) : null, classA);
        Version++;
    }

    public void MakeCreditInvoices(FceTerms? terms)
    {
        (FceAccount, FceAlias, FceTransfer, FceDays) = (terms?.Account, terms?.Alias, terms?.Transfer, terms?.Days);
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

    public void BeginRenewal(string alias, string protectedKey, string signingRequest)
    {
        EndRenewal();
        (NextAlias, NextPrivateKey, NextSigningRequest) = (alias, protectedKey, signingRequest);
    }

    public void TakeNextCertificate(string pem, DateTimeOffset expiresAt)
    {
        (NextCertificate, NextExpiresAt, NextProblem) = (pem, expiresAt, null);
        Version++;
    }

    public void NextIsRefused(string why)
    {
        if (NextProblem == why) return;
        NextProblem = why;
        Version++;
    }

    /// <summary>The agency lets the new one in: from here on it is the running one.</summary>
    public void Switch(DateTimeOffset now)
    {
        (Alias, PrivateKey, SigningRequest, Certificate, CertificateExpiresAt, SwitchedAt) = (NextAlias!, NextPrivateKey!, NextSigningRequest!, NextCertificate, NextExpiresAt, now);
        EndRenewal();
    }

    public void EndRenewal()
    {
        (NextAlias, NextPrivateKey, NextSigningRequest, NextCertificate, NextExpiresAt, NextProblem) = (null, null, null, null, null, null);
        Version++;
    }

    public AgencyIdentity? NextAs(string cuit, ISecrets secrets) =>
        NextCertificate is { } certificate && NextPrivateKey is { } key ? new AgencyIdentity(Environment, cuit, certificate, () => secrets.Reveal(KeyPurpose, key)) : null;

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

    /// <summary>Registered for contingency (CAEA): it serves no channel, only other points while the agency is away.</summary>
    public bool IsContingency { get; init; }

    /// <summary>Registered for export (FEEWS): every sale abroad, and nothing else.</summary>
    public bool IsAbroad { get; init; }

    /// <summary>The contingency point that serves while the agency is away; null: documents wait.</summary>
    public int? Fallback { get; set; }
}
