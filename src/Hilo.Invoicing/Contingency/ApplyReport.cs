namespace Hilo.Invoicing;

/// <summary>Writes down what the agency said about vouchers that were told to it. It works in order and stops at the first that it refuses. Pure but for the documents.</summary>
internal static class ApplyReport
{
    /// <summary>The number is not the next one: told before, or somebody else was here.</summary>
    private const int NotTheNext = 703;

    /// <param name="documents">As they were told, by number.</param>
    public static Step Apply(IReadOnlyList<FiscalDocument> documents, AuthorizationAnswer answer, Series series, DateTimeOffset now)
    {
        series.Worked();
        for (var i = 0; i < documents.Count; i++)
        {
            var (document, detail) = (documents[i], answer.Details[i]);
            if (detail.Outcome == DetailOutcome.Authorized && detail.Cae == document.Cae)
            {
                document.Reported(detail.Observations, now);
                continue;
            }
            AgencyNote[] reasons = [.. detail.Observations, .. answer.Errors];
            // Of a number that was told before, the agency itself knows best.
            var isDoubtful = detail.Outcome != DetailOutcome.Rejected || (document.ReportAttempts > 1 && reasons.Any(r => r.Code == NotTheNext));
            if (isDoubtful) document.MoveReport(ReportTrigger.LoseTrack);
            else if (reasons.Length == 0) document.MoveReport(ReportTrigger.Return);
            else document.RefuseReport(reasons, now);
            foreach (var behind in documents.Skip(i + 1)) behind.MoveReport(detail.Outcome == DetailOutcome.Rejected ? ReportTrigger.Return : ReportTrigger.LoseTrack);
            return new Step(i, GoesOn: isDoubtful);
        }
        return new Step(documents.Count, GoesOn: true);
    }
}
