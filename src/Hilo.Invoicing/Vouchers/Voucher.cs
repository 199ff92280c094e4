using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hilo.Invoicing;

/// <summary>What is asked of the agency for one number. Frozen before the first byte leaves, and never changed afterwards.</summary>
/// <param name="DocumentNumber">0 with document type 99.</param>
/// <param name="Currency">The agency's own code, <c>PES</c>.</param>
internal sealed record Voucher(
    int Type, int Point, long Number, int Concept, int DocumentType, long DocumentNumber, DateOnly Date,
    long TotalMinor, long UntaxedMinor, long NetMinor, long ExemptMinor, long TributesMinor, long VatMinor,
    string Currency, decimal Rate, int ReceiverCondition, IReadOnlyList<AssociatedVoucher> Associated, IReadOnlyList<VoucherVat> Vat)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Voucher FromJson(string json) => JsonSerializer.Deserialize<Voucher>(json, Json)!;

    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Compared as numbers and dates: the agency's answer comes back normalised.</summary>
    public bool IsSameAs(Voucher other) =>
        this with { Associated = [], Vat = [] } == other with { Associated = [], Vat = [] }
        && Vat.OrderBy(v => v.Id).SequenceEqual(other.Vat.OrderBy(v => v.Id))
        && Associated.Select(a => (a.Type, a.Point, a.Number)).Order().SequenceEqual(other.Associated.Select(a => (a.Type, a.Point, a.Number)).Order());
}

/// <param name="Cuit">Who issued it.</param>
internal sealed record AssociatedVoucher(int Type, int Point, long Number, string Cuit, DateOnly Date);

/// <param name="Id"><c>AlicIva.Id</c>.</param>
internal sealed record VoucherVat(int Id, long BaseMinor, long AmountMinor);

/// <summary>Letters, numbers and names of voucher types (specs: arca 8.1).</summary>
internal static class VoucherTypes
{
    public static int Of(string letter, FiscalDocumentKind kind) => (letter, kind) switch
    {
        ("A", FiscalDocumentKind.Invoice) => 1,
        ("A", FiscalDocumentKind.DebitNote) => 2,
        ("A", FiscalDocumentKind.CreditNote) => 3,
        ("B", FiscalDocumentKind.Invoice) => 6,
        ("B", FiscalDocumentKind.DebitNote) => 7,
        ("B", FiscalDocumentKind.CreditNote) => 8,
        ("C", FiscalDocumentKind.Invoice) => 11,
        ("C", FiscalDocumentKind.DebitNote) => 12,
        ("C", FiscalDocumentKind.CreditNote) => 13,
        ("ALEY", FiscalDocumentKind.Invoice) => 51,
        ("ALEY", FiscalDocumentKind.DebitNote) => 52,
        ("ALEY", FiscalDocumentKind.CreditNote) => 53,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "No such class."),
    };

    /// <summary>The letter in the box of the paper.</summary>
    public static string LetterOf(int type) => type switch
    {
        1 or 2 or 3 or 51 or 52 or 53 => "A",
        6 or 7 or 8 => "B",
        _ => "C",
    };

    public static FiscalDocumentKind KindOf(int type) => type switch
    {
        2 or 7 or 12 or 52 => FiscalDocumentKind.DebitNote,
        3 or 8 or 13 or 53 => FiscalDocumentKind.CreditNote,
        _ => FiscalDocumentKind.Invoice,
    };

    public static string NameOf(FiscalDocumentKind kind) => kind switch
    {
        FiscalDocumentKind.CreditNote => "Nota de crédito",
        FiscalDocumentKind.DebitNote => "Nota de débito",
        _ => "Factura",
    };

    /// <summary>“Factura B 00007-00000012”.</summary>
    public static string TitleOf(int type, int point, long number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{NameOf(KindOf(type))} {LetterOf(type)} {point:D5}-{number:D8}");
}
