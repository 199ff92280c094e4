namespace Hilo.Invoicing;

/// <summary>A voucher as the VAT book has it. Amounts of notes are positive: the type gives the sign.</summary>
/// <param name="Rate">Pesos for one unit of the voucher's currency: the voucher's own, or the agency's where that was left to it.</param>
internal sealed record BookRow(Voucher Voucher, string Title, string Name, string Cae, string? OrderNumber, decimal Rate = 1)
{
    public int Sign => VoucherTypes.KindOf(Voucher.Type) == FiscalDocumentKind.CreditNote ? -1 : 1;

    /// <summary>Everything in pesos, part by part: the total is the sum of what is shown.</summary>
    public BookAmounts InPesos()
    {
        long Pesos(long minor) => Currencies.InPesos(minor, Rate);
        var vat = Voucher.Vat.Select(v => v with { BaseMinor = Pesos(v.BaseMinor), AmountMinor = Pesos(v.AmountMinor) }).ToList();
        // A document of class C has its net in one piece.
        return new BookAmounts(
            vat.Count > 0 ? vat.Sum(v => v.BaseMinor) : Pesos(Voucher.NetMinor), Pesos(Voucher.ExemptMinor), Pesos(Voucher.UntaxedMinor), vat,
            [.. Voucher.Tributes.Select(t => t with { AmountMinor = Pesos(t.AmountMinor) })]);
    }
}

internal sealed record BookAmounts(long NetMinor, long ExemptMinor, long UntaxedMinor, IReadOnlyList<VoucherVat> Vat, IReadOnlyList<VoucherTribute> Tributes)
{
    public long VatMinor => Vat.Sum(v => v.AmountMinor);

    public long TributesMinor => Tributes.Sum(t => t.AmountMinor);

    public long TotalMinor => NetMinor + ExemptMinor + UntaxedMinor + VatMinor + TributesMinor;

    public long VatOf(TaxCode code) => Vat.Where(v => v.Id == (int)code).Sum(v => v.AmountMinor);

    public long TributesOf(params ReadOnlySpan<int> ids)
    {
        var sum = 0L;
        foreach (var tribute in Tributes) if (ids.Contains(tribute.Id)) sum += tribute.AmountMinor;
        return sum;
    }
}
