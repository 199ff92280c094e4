using System.Diagnostics.CodeAnalysis;

namespace Hilo.Invoicing;

internal enum FailureKind
{
    /// <summary>No answer, or one that is none: whatever was asked may have happened.</summary>
    Lost,

    /// <summary>Nothing was processed: the ticket is not accepted.</summary>
    Ticket,

    /// <summary>Nothing was processed: there is no ticket to be had now.</summary>
    NoTicket,

    /// <summary>Nothing was sent: the service has not answered for a while, and is left alone until it may be tried again.</summary>
    Paused,

    /// <summary>Another environment answered: nothing of it counts, and nothing more is asked until a person has looked.</summary>
    OtherEnvironment,

    /// <summary>The agency answered, and said no.</summary>
    Refused,
}

/// <param name="Code">The agency's number; 0 for everything that has none.</param>
/// <param name="Words">The agency's own, or what happened on the way.</param>
internal sealed record AgencyFailure(FailureKind Kind, int Code, string Words)
{
    public const int NoData = 602;
    public const int WrongNumber = 10016;

    /// <summary>A CAEA of that fortnight was given before.</summary>
    public const int CaeaGiven = 15008;

    /// <summary>A point of sale was told to be without movement before.</summary>
    public const int ClosedBefore = 1209;

    /// <summary>The ticket is good, and does not speak for this CUIT: no other ticket helps before somebody delegates the service.</summary>
    public bool IsDelegation => Kind == FailureKind.Ticket && Words.Contains("relaciones", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whatever was asked did not happen: it may be sent again as it is.</summary>
    public bool NothingHappened => Kind is FailureKind.Ticket or FailureKind.NoTicket or FailureKind.Paused;

    public static AgencyFailure Lost(string why) => new(FailureKind.Lost, 0, why);
}

/// <summary>What a question to the agency came to.</summary>
internal readonly struct Asked<T>
{
    private readonly T? value;
    private readonly AgencyFailure? failure;

    private Asked(T? value, AgencyFailure? failure) => (this.value, this.failure) = (value, failure);

    public static implicit operator Asked<T>(T value) => new(value, null);

    public static implicit operator Asked<T>(AgencyFailure failure) => new(default, failure);

    public bool Failed([NotNullWhen(true)] out AgencyFailure? why, [NotNullWhen(false)] out T? answer)
    {
        (why, answer) = (failure, value);
        return failure is not null;
    }
}
