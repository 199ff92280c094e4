namespace Hilo.Invoicing;

/// <summary>Makes the payload of an export out of what every voucher carries. Pure.</summary>
internal static class FreezeAbroad
{
    public static Voucher Complete(Voucher voucher, AbroadTerms abroad, DocumentContent says, long id) => voucher with
    {
        // What is no sale of goods alone says when it is paid, and not before its own day; a note says nothing (specs: arca 13).
        PayBy = abroad.Kind == AbroadTerms.Goods || voucher.Associated.Count > 0 ? null : says.Terms?.PayBy > voucher.Date ? says.Terms.PayBy : voucher.Date,
        Abroad = new VoucherAbroad(id, abroad, [.. says.Lines.Select(l => new AbroadItem(
            l.Sku, l.Text, l.Quantity.Thousandths / 1000m, l.Unit, l.UnitPriceMinor, -l.DiscountMinor, l.GrossMinor))]),
    };
}
