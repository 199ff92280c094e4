namespace Hilo.Invoicing;

/// <summary>Writes down what the agency said about a request (specs: arca 6.3, 6.5, 10). It works in order and stops at the first rejection.</summary>
internal sealed class ApplyAnswer(InvoicingDb db, Series series, DateTimeOffset now)
{
    private const int LostRaces = 3;

    /// <param name="documents">As they were sent, by number.</param>
    public Step Apply(List<FiscalDocument> documents, AuthorizationAnswer answer)
    {
        var settled = 0;
        for (var i = 0; i < documents.Count; i++)
        {
            var (document, detail) = (documents[i], answer.Details[i]);
            if (detail.Outcome == DetailOutcome.Authorized)
            {
                db.Publish(document.Authorize(detail.Cae!, detail.ExpiresOn, answer.ProcessedAt, detail.Observations, recovered: false, now));
                series.Confirm(detail.Number, document.Frozen.Date, now);
                settled++;
            }
            else if (detail.Outcome == DetailOutcome.Unknown) document.LoseTrack(now);
            else return new Step(settled + Refuse(documents, i, [.. detail.Observations, .. answer.Errors], answer.Meanings), GoesOn: series.BlockedFor is null);
        }
        series.Worked();
        return new Step(settled, GoesOn: true);
    }

    /// <summary>The first one that was refused carries the reasons; whatever came behind it was not looked at.</summary>
    private int Refuse(List<FiscalDocument> documents, int first, IReadOnlyList<AgencyNote> reasons, CodeMeanings meanings)
    {
        series.Worked();
        // Somebody else may have used the Id of an export: the next one is asked for.
        if (VoucherTypes.IsAbroad(series.VoucherType)) series.Doubt();
        var refused = documents[first];
        var isNumber = reasons.Count > 0 && reasons.All(r => meanings.WrongNumber.Contains(r.Code));
        // It was sent before: that attempt may have arrived in the end. Its number tells.
        if (isNumber && refused.Attempts is > 1 and <= LostRaces)
        {
            foreach (var document in documents[first..]) document.LoseTrack(now);
            return 0;
        }
        foreach (var document in documents[(first + 1)..]) document.Return(numberTaken: false);
        if (reasons.FirstOrDefault(r => meanings.OfTheSeries.Contains(r.Code)) is { } wrong)
        {
            refused.Return(numberTaken: false);
            series.Block($"{wrong.Words} ({wrong.Code})");
            return 0;
        }
        if (reasons.Count == 0 || (isNumber && refused.Returns < LostRaces))
        {
            refused.Return(numberTaken: isNumber);
            series.Doubt();
            return 0;
        }
        // The registry is asked once; after that, or after a person, it is a person's turn.
        if (refused is { Kind: FiscalDocumentKind.Invoice, RegistryAfter: null, IsReceiverConfirmed: false } && reasons.Any(RecheckReceiver.IsAbout))
        {
            refused.DoubtReceiver(reasons, now);
            return 0;
        }
        db.Publish(refused.Reject(reasons, now));
        return 1;
    }
}
