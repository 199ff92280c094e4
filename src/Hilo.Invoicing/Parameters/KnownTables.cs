using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>What the agency's tables allow on a day. A table that was never read allows what the specification lists (specs: arca 8). Pure.</summary>
internal sealed class KnownTables(IReadOnlyList<AgencyParameter> rows)
{
    public static readonly KnownTables BuiltIn = new([]);

    private static readonly Dictionary<string, string[]> Listed = new(StringComparer.Ordinal)
    {
        ["TiposCbte"] = ["1", "2", "3", "6", "7", "8", "11", "12", "13", "51", "52", "53", "201", "202", "203", "206", "207", "208", "211", "212", "213"],
        ["TiposConcepto"] = ["1", "2", "3"],
        ["TiposDoc"] = ["80", "86", "87", "91", "94", "96", "99"],
        ["TiposIva"] = ["3", "4", "5", "6", "8", "9"],
        ["TiposTributos"] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "13", "99"],
        ["TiposMonedas"] = ["PES", "DOL", "060", "012", "011", "033", "029", "031", "021", "019", "018", "009", "064"],
    };

    private static readonly Dictionary<string, string[]> ListedConditions = new(StringComparer.Ordinal)
    {
        ["A"] = ["1", "6", "13", "16"],
        ["ALEY"] = ["1", "6", "13", "16"],
        ["B"] = ["4", "5", "7", "8", "9", "10", "15"],
        ["C"] = ["1", "4", "5", "6", "7", "8", "9", "10", "13", "15", "16"],
    };

    // Recorded in 2021.
    private const int ListedLargestRequest = 250;

    private readonly ILookup<string, AgencyParameter> tables = rows.Where(r => r.GoneAt is null).ToLookup(r => r.TableName, StringComparer.Ordinal);

    /// <summary>Vouchers in one request, as the agency said last.</summary>
    public int LargestRequest => tables[ReadParameters.LargestRequest].FirstOrDefault() is { } row && int.TryParse(row.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 ? most : ListedLargestRequest;

    /// <summary>What the agency would refuse, with its code; null when all is well.</summary>
    public AgencyNote? Refusal(Voucher voucher)
    {
        if (voucher.Abroad is { } abroad) return AbroadRefusal(voucher, abroad);
        if (!Allows("TiposCbte", $"{voucher.Type}", voucher.Date)) return new AgencyNote(10007, $"ARCA ya no ofrece el tipo de comprobante {voucher.Type}.");
        if (!Allows("TiposConcepto", $"{voucher.Concept}", voucher.Date)) return new AgencyNote(10030, $"ARCA no ofrece el concepto {voucher.Concept}.");
        if (!Allows("TiposDoc", $"{voucher.DocumentType}", voucher.Date)) return new AgencyNote(10015, $"ARCA no ofrece el tipo de documento {voucher.DocumentType}.");
        if (!Allows("TiposMonedas", voucher.Currency, voucher.Date)) return new AgencyNote(10037, $"ARCA no ofrece la moneda {voucher.Currency}.");
        if (voucher.Vat.FirstOrDefault(v => !Allows("TiposIva", $"{v.Id}", voucher.Date)) is { } vat) return new AgencyNote(10019, $"ARCA no ofrece la alícuota {vat.Id} en esa fecha.");
        if (voucher.Tributes.FirstOrDefault(t => !Allows("TiposTributos", $"{t.Id}", voucher.Date)) is { } tribute) return new AgencyNote(10025, $"ARCA no ofrece el tributo {tribute.Id} en esa fecha.");
        return AllowsCondition(voucher.ReceiverCondition, ClassOf(voucher.Type)) ? null
            : new AgencyNote(10243, $"La condición de IVA {voucher.ReceiverCondition} del receptor no va con un comprobante clase {VoucherTypes.LetterOf(voucher.Type)}: elegí otra y la letra se decide de nuevo.");
    }

    /// <summary>Why a point of sale cannot be used; null for one that can, or that the agency has not told of yet.</summary>
    public string? PointProblem(int point, DateOnly day)
    {
        if (tables[ReadParameters.PointsOfSale].Concat(tables[ReadParameters.AbroadPoints]).FirstOrDefault(r => r.RowKey == $"{point}") is not { } row) return null;
        if (!row.IsUsable) return $"ARCA tiene bloqueado el punto de venta {point}: desbloquealo ahí, o usá otro.";
        return row.ValidTo is { } until && FiscalDay.Number(day) > until ? $"El punto de venta {point} está dado de baja en ARCA desde el {Paper.Day(FiscalDay.FromNumber(until))}: usá otro." : null;
    }

    /// <summary>By the tables of the export service; one that was never read allows everything. What it names is mended on the document, so it has no code of the agency.</summary>
    private AgencyNote? AbroadRefusal(Voucher voucher, VoucherAbroad abroad)
    {
        var terms = abroad.Terms;
        if (Lacks("DST_pais", $"{terms.Country}")) return new AgencyNote(0, $"ARCA no tiene ningún país de destino con el número {terms.Country}.");
        if (Lacks("DST_CUIT", terms.CountryCuit)) return new AgencyNote(0, $"{terms.CountryCuit} no es el CUIT de ningún país.");
        if (Lacks("MON", voucher.Currency)) return new AgencyNote(0, $"ARCA no ofrece la moneda {voucher.Currency} para exportar.");
        if (terms.Incoterms is { } incoterms && Lacks("Incoterms", incoterms)) return new AgencyNote(0, $"ARCA no conoce el Incoterm {incoterms}.");
        if (Lacks("Idiomas", $"{terms.Language}")) return new AgencyNote(0, $"ARCA no ofrece el idioma {terms.Language}.");
        return abroad.Items.FirstOrDefault(i => Lacks("UMed", $"{i.Unit}")) is { } item ? new AgencyNote(0, $"ARCA no conoce la unidad de medida {item.Unit}.") : null;

        bool Lacks(string table, string key) => tables.Contains(ReadParameters.OfAbroad(table)) && !Allows(ReadParameters.OfAbroad(table), key, voucher.Date);
    }

    private bool Allows(string table, string key, DateOnly day)
    {
        if (!tables.Contains(table)) return Listed[table].Contains(key);
        var on = FiscalDay.Number(day);
        return tables[table].Any(r => r.RowKey == key && (r.ValidFrom is not { } from || from <= on) && (r.ValidTo is not { } to || to >= on));
    }

    private bool AllowsCondition(int condition, string letter) => tables.Contains(ReadParameters.Conditions)
        ? tables[ReadParameters.Conditions].Any(r => r.RowKey == $"{condition}" && r.Letter == letter)
        : ListedConditions[letter].Contains($"{condition}");

    private static string ClassOf(int type) => type is 51 or 52 or 53 ? "ALEY" : VoucherTypes.LetterOf(type);
}
