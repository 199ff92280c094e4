using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>A cell that cannot be read, in a sentence for whoever made the file.</summary>
internal sealed class ExternalCellException(string message) : Exception(message);

/// <summary>One row of a file of sales, read cell by cell.</summary>
internal sealed class ExternalCells(int line, IReadOnlyDictionary<string, int> columns, string[] cells, CsvFault fault)
{
    private static readonly string[] OfSale =
    [
        "tipo", "fecha", "corrige", "razon_social", "moneda", "cotizacion", "paga_en_moneda", "documento_tipo", "documento", "nombre", "condicion_iva", "servicio_desde", "servicio_hasta", "pagar_hasta",
        "provincia", "medio", "percepciones", "numero", "correo", "pais", "cuit_pais", "cliente", "domicilio", "id_impositivo", "incoterm", "incoterm_detalle", "forma_pago", "idioma", "permisos",
    ];

    public static readonly HashSet<string> Columns = [.. OfSale, "referencia", "detalle", "sku", "cantidad", "precio", "bonificacion", "iva", "servicio", "unidad"];

    private static readonly Dictionary<string, FiscalDocumentKind> Kinds = new(StringComparer.Ordinal)
    {
        ["factura"] = FiscalDocumentKind.Invoice,
        ["fc"] = FiscalDocumentKind.Invoice,
        ["nota_de_credito"] = FiscalDocumentKind.CreditNote,
        ["nc"] = FiscalDocumentKind.CreditNote,
        ["nota_de_debito"] = FiscalDocumentKind.DebitNote,
        ["nd"] = FiscalDocumentKind.DebitNote,
    };

    private static readonly Dictionary<string, int> Conditions = new(StringComparer.Ordinal)
    {
        ["consumidor_final"] = 5,
        ["cf"] = 5,
        ["responsable_inscripto"] = 1,
        ["ri"] = 1,
        ["monotributo"] = 6,
        ["mt"] = 6,
        ["exento"] = 4,
        ["ex"] = 4,
        ["no_alcanzado"] = 15,
    };

    private static readonly Dictionary<string, Tender> Tenders = new(StringComparer.Ordinal)
    {
        ["efectivo"] = Hilo.Tender.Cash,
        ["transferencia"] = Hilo.Tender.BankTransfer,
        ["tarjeta"] = Hilo.Tender.CardOnline,
        ["qr"] = Hilo.Tender.QrInteroperable,
        ["cuenta_corriente"] = Hilo.Tender.OnAccount,
    };

    public int Line => line;

    public CsvFault Fault => fault;

    public string this[string column] => columns.TryGetValue(column, out var at) && at < cells.Length ? cells[at] : "";

    public ExternalCellException Wrong(string column, string what) => new($"Línea {line}, {column}: {what}.");

    public string? Text(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>What the sale as a whole says, a row may leave out, not change.</summary>
    public string? Contradicts(ExternalCells first) => OfSale.FirstOrDefault(c => this[c].Length > 0 && this[c] != first[c]);

    public bool Says(string column) => ExternalCsv.Plain(this[column]) switch
    {
        "" or "no" or "0" or "false" => false,
        "si" or "x" or "1" or "true" => true,
        _ => throw Wrong(column, $"«{this[column]}» no es sí ni no"),
    };

    public DateOnly? Day(string column) => Text(column) is not { } text ? null
        : DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong(column, $"«{text}» no es una fecha como 28/11/2026");

    /// <summary>A point or a comma before the decimals. Three digits after it could be thousands, so nobody guesses.</summary>
    public decimal? Amount(string column, int decimals = 2)
    {
        if (Text(column) is not { } text) return null;
        var at = text.AsSpan().LastIndexOfAny('.', ',');
        if (text.Count(c => c is '.' or ',') > 1 || text.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',')) || (at >= 0 && (text.Length - at - 1 > decimals || at == text.Length - 1)))
            throw Wrong(column, $"«{text}» no es un importe como 1234,50, sin separador de miles");
        return decimal.Parse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    public Quantity Quantity() => Amount("cantidad", 3) is { } amount && Hilo.Quantity.TryFrom(amount, out var quantity) && quantity.IsPositive ? quantity : throw Wrong("cantidad", "va mayor que cero");

    public TaxCode Rate() => ExternalCsv.Plain(this["iva"]).TrimEnd('%').Trim('_').Replace(',', '.') switch
    {
        "21" => TaxCode.Vat21,
        "10.5" => TaxCode.Vat10_5,
        "27" => TaxCode.Vat27,
        "5" => TaxCode.Vat5,
        "2.5" => TaxCode.Vat2_5,
        "0" => TaxCode.Vat0,
        "exento" => TaxCode.Exempt,
        "no_gravado" => TaxCode.Untaxed,
        _ => throw Wrong("iva", $"«{this["iva"]}» no es una alícuota: usá 21, 10,5, 27, 5, 2,5, 0, exento o no gravado"),
    };

    public FiscalDocumentKind Kind() => Text("tipo") is not { } text ? FiscalDocumentKind.Invoice
        : Kinds.TryGetValue(ExternalCsv.Plain(text), out var kind) ? kind : throw Wrong("tipo", $"«{text}» no es factura, nota de crédito ni nota de débito");

    public Tender? Tender() => Text("medio") is not { } text ? null
        : Tenders.TryGetValue(ExternalCsv.Plain(text), out var tender) ? tender : throw Wrong("medio", $"«{text}» no es efectivo, transferencia, tarjeta, QR ni cuenta corriente");

    public string? Province() => Text("provincia") is not { } text ? null
        : Provinces.NameOf(text.ToUpperInvariant()) is not null ? text.ToUpperInvariant()
        : Provinces.All.FirstOrDefault(p => ExternalCsv.Plain(p.Name) == ExternalCsv.Plain(text)).Letter ?? throw Wrong("provincia", $"«{text}» no es una provincia");

    public string? Email() => Text("correo") is not { } text || (text.Length <= 254 && new EmailAddressAttribute().IsValid(text)) ? Text("correo") : throw Wrong("correo", $"«{text}» no es una dirección de correo");

    public OrderReceiver? Receiver()
    {
        if (Text("documento") is not { } number)
            return Condition() is null or ReceiverFacts.FinalConsumer ? null : throw Wrong("documento", "falta: quien no es consumidor final lleva su documento");
        return new OrderReceiver(Text("documento_tipo") ?? (number.Count(char.IsAsciiDigit) == 11 ? "CUIT" : "DNI"), number, Condition(), Text("nombre"));
    }

    /// <summary>A row that names a country of destination is of an export.</summary>
    public SaleAbroad? Abroad()
    {
        if (Whole("pais") is not { } country) return null;
        var number = this["cuit_pais"].Replace("-", "", StringComparison.Ordinal);
        if (number.Length != 11 || !number.All(char.IsAsciiDigit)) throw Wrong("cuit_pais", "son once números: los da la tabla de ARCA para cada país");
        return new SaleAbroad(
            Text("cliente") ?? throw Wrong("cliente", "falta: una exportación dice a quién se le vende"), Text("domicilio") ?? throw Wrong("domicilio", "falta: una exportación lleva el domicilio del cliente"), country, number,
            Text("id_impositivo"), Text("incoterm")?.ToUpperInvariant(), Text("incoterm_detalle"), Text("forma_pago"), Day("pagar_hasta"), Whole("idioma") is { } language and >= 1 and <= 3 ? language : Text("idioma") is null ? 1 : throw Wrong("idioma", "es 1 español, 2 inglés o 3 portugués"),
            Text("permisos") is { } permits ? [.. permits.Split(' ', ',').Where(p => p.Length > 0).Select(p => new ShippingPermit(p, country))] : null);
    }

    public int? Whole(string column) => Text(column) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000 ? number : throw Wrong(column, $"«{text}» no es un número de la tabla de ARCA");

    private int? Condition() => Text("condicion_iva") is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Conditions.TryGetValue(ExternalCsv.Plain(text), out var known) ? known : throw Wrong("condicion_iva", $"«{text}» no se conoce: usá RI, MT, EX, CF o el número de ARCA");
}
