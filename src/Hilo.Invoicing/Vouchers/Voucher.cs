using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hilo.Invoicing;

/// <summary>What is asked of the agency for one number. Frozen before the first byte leaves, and never changed afterwards.</summary>
/// <param name="DocumentNumber">0 with document type 99.</param>
/// <param name="Currency">The agency's own code, <c>PES</c>.</param>
/// <param name="Rate">Pesos for one unit of <paramref name="Currency"/>; 0 leaves it to the agency, which only <see cref="PaidInCurrency"/> allows (specs: arca 9.6).</param>
internal sealed record Voucher(
    int Type, int Point, long Number, int Concept, int DocumentType, long DocumentNumber, DateOnly Date,
    long TotalMinor, long UntaxedMinor, long NetMinor, long ExemptMinor, long TributesMinor, long VatMinor,
    string Currency, decimal Rate, int ReceiverCondition, IReadOnlyList<AssociatedVoucher> Associated, IReadOnlyList<VoucherVat> Vat)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>From when to when a service was given: concepts 2 and 3 only.</summary>
    public DayRange? Service { get; init; }

    /// <summary>Last day to pay: services, and invoices of the FCE regime.</summary>
    public DateOnly? PayBy { get; init; }

    /// <summary>Whether a voucher in foreign currency is paid in that currency; null in pesos.</summary>
    public bool? PaidInCurrency { get; init; }

    public IReadOnlyList<VoucherTribute> Tributes { get; init; } = [];

    public IReadOnlyList<VoucherOption> Options { get; init; } = [];

    /// <summary>Several buyers of one voucher, with their shares.</summary>
    public IReadOnlyList<VoucherBuyer> Buyers { get; init; } = [];

    /// <summary>What a note corrects when no single voucher is: never on an invoice.</summary>
    public DayRange? AssociatedPeriod { get; init; }

    /// <summary>The agency's numbers of the issuer's activities.</summary>
    public IReadOnlyList<long> Activities { get; init; } = [];

    /// <summary>The code that authorized it beforehand, and when it was made (specs: arca 11). Null for a voucher that the agency authorizes itself.</summary>
    public Contingency? Contingency { get; init; }

    /// <summary>What a voucher of export says besides (specs: arca 13); null for every other.</summary>
    public VoucherAbroad? Abroad { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Voucher FromJson(string json) => JsonSerializer.Deserialize<Voucher>(json, Json)!;

    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Compared as numbers and dates: the agency's answer comes back normalised (specs: arca 7.3).</summary>
    public bool IsSameAs(Voucher other) =>
        Core(other.Rate) == other.Core(Rate)
        && Vat.OrderBy(v => v.Id).SequenceEqual(other.Vat.OrderBy(v => v.Id))
        && Tributes.Select(t => (t.Id, t.AmountMinor)).Order().SequenceEqual(other.Tributes.Select(t => (t.Id, t.AmountMinor)).Order())
        && Associated.Select(a => (a.Type, a.Point, a.Number)).Order().SequenceEqual(other.Associated.Select(a => (a.Type, a.Point, a.Number)).Order())
        && (Abroad is null ? other.Abroad is null : Abroad.IsSameAs(other.Abroad));

    // What tells one voucher of a series from another; the rest the agency may write in its own way.
    private Voucher Core(decimal otherRate) => this with
    {
        // A rate that was left to the agency comes back with its own.
        Rate = Rate == 0 ? otherRate : Rate,
        Associated = [],
        Vat = [],
        Tributes = [],
        Options = [],
        Buyers = [],
        Activities = [],
        Service = null,
        PayBy = null,
        PaidInCurrency = null,
        AssociatedPeriod = null,
        Contingency = null,
        Abroad = null,
    };
}

/// <param name="Cuit">Who issued it.</param>
internal sealed record AssociatedVoucher(int Type, int Point, long Number, string Cuit, DateOnly Date);

/// <param name="Id"><c>AlicIva.Id</c>.</param>
internal sealed record VoucherVat(int Id, long BaseMinor, long AmountMinor);

/// <summary>Another tax of a voucher (specs: arca 8.5).</summary>
/// <param name="Id"><c>Tributo.Id</c>, such as 7 for a perception of gross income.</param>
/// <param name="Description">At most 80 characters; the agency demands it for id 99, and for every tribute of an FCE.</param>
/// <param name="RatePercent">As the agency prints it: 3 for three percent.</param>
internal sealed record VoucherTribute(int Id, string? Description, long BaseMinor, decimal RatePercent, long AmountMinor);

/// <summary>A datum that only some regimes ask for (specs: arca 8.8).</summary>
/// <param name="Id">A text of the agency, such as <c>2101</c> for the account of a seller.</param>
internal sealed record VoucherOption(string Id, string Value);

/// <param name="Percent">Of the total; all buyers together make 100.</param>
internal sealed record VoucherBuyer(int DocumentType, long DocumentNumber, decimal Percent);

/// <summary>Both days belong to it.</summary>
internal sealed record DayRange(DateOnly From, DateOnly To);

/// <param name="Caea">Fourteen digits.</param>
/// <param name="MadeAt">When the number was taken, to the second.</param>
internal sealed record Contingency(string Caea, DateTimeOffset MadeAt);

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
        ("E", FiscalDocumentKind.Invoice) => 19,
        ("E", FiscalDocumentKind.DebitNote) => 20,
        ("E", FiscalDocumentKind.CreditNote) => 21,
        ("ALEY", FiscalDocumentKind.Invoice) => 51,
        ("ALEY", FiscalDocumentKind.DebitNote) => 52,
        ("ALEY", FiscalDocumentKind.CreditNote) => 53,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "No such class."),
    };

    /// <summary>What an issuer may have to make.</summary>
    public static IReadOnlyList<int> OfIssuer(VatCondition condition, ClassAHabilitation classA) =>
        condition != VatCondition.Registered ? [11, 12, 13] : classA == ClassAHabilitation.SubjectToWithholding ? [51, 52, 53, 6, 7, 8] : [1, 2, 3, 6, 7, 8];

    /// <summary>The letter in the box of the paper.</summary>
    public static string LetterOf(int type) => type switch
    {
        1 or 2 or 3 or 51 or 52 or 53 or 201 or 202 or 203 => "A",
        6 or 7 or 8 or 206 or 207 or 208 => "B",
        19 or 20 or 21 => "E",
        _ => "C",
    };

    /// <summary>Documents of export live in another service of the agency.</summary>
    public static bool IsAbroad(int type) => type is 19 or 20 or 21;

    public static FiscalDocumentKind KindOf(int type) => type switch
    {
        2 or 7 or 12 or 20 or 52 or 202 or 207 or 212 => FiscalDocumentKind.DebitNote,
        3 or 8 or 13 or 21 or 53 or 203 or 208 or 213 => FiscalDocumentKind.CreditNote,
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
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{NameOf(KindOf(type))}{(type > DecideFce.Offset ? " FCE" : "")} {LetterOf(type)} {point:D5}-{number:D8}");
}
