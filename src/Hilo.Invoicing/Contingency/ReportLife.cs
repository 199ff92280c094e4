namespace Hilo.Invoicing;

/// <summary>What the agency knows of a document that was made under a CAEA (specs: arca 11).</summary>
internal enum ReportState
{
    /// <summary>Still to be told.</summary>
    Pending,

    Sending,

    /// <summary>Told, and the answer is not known.</summary>
    Unknown,

    Reported,

    /// <summary>A person mends it before the last day of its fortnight's reports.</summary>
    Refused,
}

internal enum ReportTrigger { Send, LoseTrack, Return, Confirm, Refuse, Mend }

internal static class ReportLife
{
    internal static readonly Transitions<ReportState, ReportTrigger> Life = new(start: ReportState.Pending)
    {
        [ReportState.Pending, ReportTrigger.Send] = ReportState.Sending,
        [ReportState.Sending, ReportTrigger.Confirm] = ReportState.Reported,
        [ReportState.Sending, ReportTrigger.Refuse] = ReportState.Refused,
        [ReportState.Sending, ReportTrigger.LoseTrack] = ReportState.Unknown,
        // Nothing was processed: it stood behind one that was refused, or was never sent.
        [ReportState.Sending, ReportTrigger.Return] = ReportState.Pending,
        [ReportState.Unknown, ReportTrigger.Confirm] = ReportState.Reported,
        [ReportState.Unknown, ReportTrigger.Refuse] = ReportState.Refused,
        [ReportState.Unknown, ReportTrigger.Return] = ReportState.Pending,
        [ReportState.Refused, ReportTrigger.Mend] = ReportState.Pending,
    };
}
