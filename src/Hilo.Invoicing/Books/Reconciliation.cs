namespace Hilo.Invoicing;

/// <summary>A sale as its documents are held against it.</summary>
/// <param name="OwedMinor">What its buyer owes, as the sale stands now, or as much of it as has left where each dispatch has its document; null for a sale of another system, which is its document.</param>
/// <param name="IsDue">Its issuer was active when it was paid, and its channel does not wait for its dispatch.</param>
internal sealed record SaleSide(OrderId? OrderId, string Number, long? OwedMinor, bool IsDue);

/// <summary>A document as it is held against its sale.</summary>
internal sealed record DocumentSide(
    FiscalDocumentId Id, string? OrderNumber, OrderId? OrderId, FiscalDocumentKind Kind, FiscalDocumentState State, string Title, long TotalMinor, DateOnly FactOn, DateOnly? DatedOn, AgencyCheck? Check, string? CheckWords)
{
    public long SignedMinor => Kind == FiscalDocumentKind.CreditNote ? -TotalMinor : TotalMinor;
}

/// <summary>A number of ours that another program took.</summary>
internal sealed record ForeignSide(string Title, DateOnly DatedOn, long TotalMinor, string Cae);

/// <summary>Holds sales, documents and agency against each other. Pure.</summary>
internal static class Reconciliation
{
    /// <summary>Whatever does not agree, in words that say what to do; empty when all of it does.</summary>
    public static IReadOnlyList<ReconciliationFinding> Findings(IReadOnlyList<SaleSide> sales, IReadOnlyList<DocumentSide> documents, IReadOnlyList<ForeignSide> foreign)
    {
        var findings = new List<ReconciliationFinding>();
        var ofSale = documents.Where(d => d.OrderId is not null).ToLookup(d => d.OrderId!.Value);
        foreach (var sale in sales.Where(s => s.OrderId is not null))
        {
            var mine = ofSale[sale.OrderId!.Value].ToList();
            var documented = mine.Sum(d => d.SignedMinor);
            // Several that come to what is owed are those of its dispatches.
            if (mine.Count(d => d.Kind == FiscalDocumentKind.Invoice) > 1 && sale.OwedMinor is { } most && documented > most)
                Say("double", sale.Number, null, documented - most, $"Tiene {mine.Count(d => d.Kind == FiscalDocumentKind.Invoice)} facturas: acreditá la que sobra.");
            else if (mine.Count == 0 && sale is { IsDue: true, OwedMinor: > 0 and var owed })
                Say("missing", sale.Number, null, -owed, "Se cobró y no tiene comprobante. Mirá en el registro si quedó un evento retenido.");
            else if (mine.Count > 0 && sale.OwedMinor is { } due && due != documented)
                Say("different", sale.Number, null, documented - due, $"Sus comprobantes suman {Paper.Pesos(documented)} y el cliente debe {Paper.Pesos(due)}.");
        }
        foreach (var document in documents)
        {
            var about = document.OrderNumber ?? document.Title;
            if (document.State == FiscalDocumentState.Rejected) Say("rejected", about, document.Id, -document.SignedMinor, $"{document.Title} fue rechazado: corregilo y volvé a enviarlo.");
            else if (document.State != FiscalDocumentState.Authorized) Say("waiting", about, document.Id, -document.SignedMinor, $"{document.Title} todavía no está autorizado.");
            else if (document.Check == AgencyCheck.Absent) Say("absent_at_agency", about, document.Id, document.SignedMinor, $"{document.Title}: {document.CheckWords}");
            else if (document.Check == AgencyCheck.Different) Say("different_at_agency", about, document.Id, 0, $"{document.Title}: {document.CheckWords}");
        }
        foreach (var number in foreign)
        {
            // Somebody invoiced by hand what Hilo has invoiced too, perhaps.
            var twin = documents.FirstOrDefault(d => d.DatedOn is { } on && d.TotalMinor == number.TotalMinor && Math.Abs(on.DayNumber - number.DatedOn.DayNumber) <= FiscalDay.Window);
            Say("foreign", number.Title, null, number.TotalMinor, twin is null
                ? $"Lo emitió otro programa el {Paper.Day(number.DatedOn)} (CAE {number.Cae}): no está en estos libros."
                : $"Lo emitió otro programa el {Paper.Day(number.DatedOn)} por el mismo importe que {twin.Title}: puede ser la misma venta facturada dos veces.");
        }
        return findings;

        void Say(string kind, string about, FiscalDocumentId? document, long difference, string words) => findings.Add(new ReconciliationFinding(kind, about, document, Money.Ars(difference / 100m), words));
    }

    /// <summary>How the documents of a month's facts become the month's book: each number explains the next.</summary>
    public static ReconciliationSums Sums(IReadOnlyList<DocumentSide> documents, DateOnly first, DateOnly last)
    {
        bool Of(DateOnly? day) => day >= first && day <= last;
        Money Sum(Func<DocumentSide, bool> which) => Money.Ars(documents.Where(which).Sum(d => d.SignedMinor) / 100m);
        return new ReconciliationSums(
            Facts: Sum(d => Of(d.FactOn)),
            Open: Sum(d => Of(d.FactOn) && d.State != FiscalDocumentState.Authorized),
            DatedElsewhere: Sum(d => Of(d.FactOn) && d.State == FiscalDocumentState.Authorized && !Of(d.DatedOn)),
            FromElsewhere: Sum(d => !Of(d.FactOn) && d.State == FiscalDocumentState.Authorized && Of(d.DatedOn)),
            Book: Sum(d => d.State == FiscalDocumentState.Authorized && Of(d.DatedOn)));
    }
}
