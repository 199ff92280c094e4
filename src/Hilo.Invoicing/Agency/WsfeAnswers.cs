using System.Globalization;
using System.Xml.Linq;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>A code of the agency with its words.</summary>
internal sealed record AgencyNote(int Code, string Words);

/// <summary>What the agency keeps under a number.</summary>
internal sealed record FoundVoucher(Voucher Voucher, string AuthorizationCode, string EmissionType, DateOnly? ExpiresOn, string ProcessedAt, IReadOnlyList<AgencyNote> Observations);

internal enum DetailOutcome
{
    Authorized,
    Rejected,

    /// <summary>The answer contradicts itself or the question.</summary>
    Unknown,
}

internal sealed record VoucherDetail(long Number, DetailOutcome Outcome, string? Cae, DateOnly? ExpiresOn, IReadOnlyList<AgencyNote> Observations);

/// <param name="Errors">Of the request as a whole.</param>
/// <param name="Meanings">Of the codes in it.</param>
internal sealed record AuthorizationAnswer(IReadOnlyList<VoucherDetail> Details, IReadOnlyList<AgencyNote> Errors, string ProcessedAt, CodeMeanings Meanings);

/// <summary>What some codes of a service mean for more than one document.</summary>
/// <param name="WrongNumber">Number or date is not the next of the series.</param>
/// <param name="OfTheSeries">Wrong for every document of the series, so none of them is to blame.</param>
internal sealed record CodeMeanings(IReadOnlyList<int> WrongNumber, IReadOnlyList<int> OfTheSeries)
{
    public static readonly CodeMeanings Wsfe = new([AgencyFailure.WrongNumber], [10000, 10004, 10005, 10006, 10007, 10096, 11000, 11001, 11002]);
}

/// <summary>Reads answers of WSFEv1 by local names; whatever is not an answer stays unknown (specs: arca 6.3).</summary>
internal static class WsfeAnswers
{
    // The commit may have happened behind each of them.
    private static readonly int[] MayHaveHappened = [500, 501, 502];
    private static readonly int[] NothingHappened = [600, 601];

    public static Asked<XElement> ResultOf(SoapAnswer answer, string operation, FiscalEnvironment? environment = null)
    {
        if (BodyOf(answer, operation, environment).Failed(out var failure, out var result)) return failure;
        var errors = ErrorsOf(result);
        if (errors.FirstOrDefault(e => MayHaveHappened.Contains(e.Code)) is { } broken) return new AgencyFailure(FailureKind.Lost, broken.Code, broken.Words);
        if (errors.FirstOrDefault(e => NothingHappened.Contains(e.Code)) is { } ticket) return new AgencyFailure(FailureKind.Ticket, ticket.Code, ticket.Words);
        return result;
    }

    /// <summary>The expected answer of the expected environment, whatever it says; both services of vouchers wrap it alike.</summary>
    public static Asked<XElement> BodyOf(SoapAnswer answer, string operation, FiscalEnvironment? environment)
    {
        // What another environment answered is worth nothing here, whatever it says.
        if (environment is { } ours && PlaceOf(answer) is { Length: > 0 } place && !place.StartsWith(ours == FiscalEnvironment.Production ? "Produccion" : "Homologacion", StringComparison.OrdinalIgnoreCase))
            return new AgencyFailure(FailureKind.OtherEnvironment, 0, $"Contestó el ambiente «{place}» y este emisor factura en {Words.Of(ours)}: la dirección de ARCA está mal configurada.");
        if (answer.Status != 200) return AgencyFailure.Lost($"HTTP {answer.Status}{(answer.Fault is { } fault ? ": " + Child(fault, "faultstring") : "")}");
        if (answer.Body is not { } body || body.Name.LocalName != operation + "Response" || body.Elements().FirstOrDefault(e => e.Name.LocalName == operation + "Result") is not { } result)
            return AgencyFailure.Lost("Contestó algo que no es la respuesta esperada.");
        return result;
    }

    public static IReadOnlyList<AgencyNote> ErrorsOf(XElement result) => Notes(result, "Errors", "Err");

    public static AgencyFailure Refused(IReadOnlyList<AgencyNote> errors) => new(FailureKind.Refused, errors[0].Code, string.Join(" ", errors.Select(e => e.Words)));

    /// <param name="code">The element that carries what was granted: <c>CAE</c>, or <c>CAEA</c> in the answer to a report.</param>
    public static AuthorizationAnswer Authorization(XElement result, IReadOnlyList<Voucher> asked, string code = "CAE")
    {
        var head = Element(result, "FeCabResp");
        var details = Elements(Element(result, "FeDetResp"), $"FE{code}DetResponse").ToList();
        var isOurs = head is null || (Number(head, "PtoVta") == asked[0].Point && Number(head, "CbteTipo") == asked[0].Type);
        return new AuthorizationAnswer(
            [.. asked.Select(voucher => DetailOf(voucher, isOurs ? details.Find(d => Number(d, "CbteDesde") == voucher.Number) : null, details.Count > 0, code))],
            ErrorsOf(result), head is null ? "" : Child(head, "FchProceso"), CodeMeanings.Wsfe);
    }

    /// <summary>Of <c>FECAEASolicitar</c> and <c>FECAEAConsultar</c>. Null without a whole one: its days are never computed here.</summary>
    public static GrantedCaea? Granted(XElement result)
    {
        if (Element(result, "ResultGet") is not { } found || Child(found, "CAEA") is not { Length: 14 } code || !code.All(char.IsAsciiDigit)) return null;
        return FiscalDay.Parse(Child(found, "FchVigDesde")) is { } from && FiscalDay.Parse(Child(found, "FchVigHasta")) is { } to && FiscalDay.Parse(Child(found, "FchTopeInf")) is { } reportBy
            ? new GrantedCaea(code, (int)Number(found, "Periodo"), (int)Number(found, "Orden"), from, to, reportBy, Notes(found, "Observaciones", "Obs")) : null;
    }

    public static Quote? QuoteOf(XElement result) => Element(result, "ResultGet") is { } found && Decimal(found, "MonCotiz") is > 0 and var rate && FiscalDay.Parse(Child(found, "FchCotiz")) is { } on
        ? new Quote(Child(found, "MonId"), rate, on) : null;

    public static FoundVoucher? Found(XElement result)
    {
        if (Element(result, "ResultGet") is not { } found || Number(found, "CbteDesde") == 0) return null;
        var voucher = new Voucher(
            (int)Number(found, "CbteTipo"), (int)Number(found, "PtoVta"), Number(found, "CbteDesde"), (int)Number(found, "Concepto"), (int)Number(found, "DocTipo"), Number(found, "DocNro"),
            FiscalDay.Parse(Child(found, "CbteFch")) ?? default, Minor(found, "ImpTotal"), Minor(found, "ImpTotConc"), Minor(found, "ImpNeto"), Minor(found, "ImpOpEx"), Minor(found, "ImpTrib"), Minor(found, "ImpIVA"),
            Child(found, "MonId"), Decimal(found, "MonCotiz"), (int)Number(found, "CondicionIVAReceptorId"),
            [.. Elements(Element(found, "CbtesAsoc"), "CbteAsoc").Select(a => new AssociatedVoucher(
                (int)Number(a, "Tipo"), (int)Number(a, "PtoVta"), Number(a, "Nro"), Child(a, "Cuit"), FiscalDay.Parse(Child(a, "CbteFch")) ?? default))],
            [.. Elements(Element(found, "Iva"), "AlicIva").Select(v => new VoucherVat((int)Number(v, "Id"), Minor(v, "BaseImp"), Minor(v, "Importe")))])
        {
            Tributes = [.. Elements(Element(found, "Tributos"), "Tributo").Select(t => new VoucherTribute(
                (int)Number(t, "Id"), Child(t, "Desc"), Minor(t, "BaseImp"), Decimal(t, "Alic"), Minor(t, "Importe")))],
        };
        return new FoundVoucher(
            voucher, Child(found, "CodAutorizacion"), Child(found, "EmisionTipo"), FiscalDay.Parse(Child(found, "FchVto")), Child(found, "FchProceso"), Notes(found, "Observaciones", "Obs"));
    }

    public static long Number(XElement parent, string name) => long.TryParse(Child(parent, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static string Child(XElement parent, string name) => Element(parent, name)?.Value.Trim() ?? "";

    public static IEnumerable<XElement> Elements(XElement? parent, string name) => parent?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    public static XElement? Element(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static string PlaceOf(SoapAnswer answer) => answer.Header?.Descendants().FirstOrDefault(e => e.Name.LocalName == "ambiente")?.Value.Trim() ?? "";

    private static VoucherDetail DetailOf(Voucher asked, XElement? detail, bool hasDetails, string code)
    {
        // Without any detail the request was refused as a whole; one that is missing among others contradicts itself.
        if (detail is null) return new VoucherDetail(asked.Number, hasDetails ? DetailOutcome.Unknown : DetailOutcome.Rejected, null, null, []);
        var (cae, notes) = (Child(detail, code), Notes(detail, "Observaciones", "Obs"));
        var outcome = Child(detail, "Resultado") switch
        {
            "A" when cae.Length == 14 && cae.All(char.IsAsciiDigit) && Number(detail, "CbteHasta") == asked.Number => DetailOutcome.Authorized,
            // A report repeats the code that it was made under, also when it is refused.
            "R" when cae.Length == 0 || code == "CAEA" => DetailOutcome.Rejected,
            _ => DetailOutcome.Unknown,
        };
        return new VoucherDetail(asked.Number, outcome, cae.Length == 0 ? null : cae, FiscalDay.Parse(Child(detail, "CAEFchVto")), notes);
    }

    private static List<AgencyNote> Notes(XElement parent, string container, string item) =>
        [.. Elements(Element(parent, container), item).Select(n => new AgencyNote((int)Number(n, "Code"), Child(n, "Msg")))];

    public static decimal Decimal(XElement parent, string name) => decimal.TryParse(Child(parent, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    public static long Minor(XElement parent, string name) => decimal.ToInt64(decimal.Round(Decimal(parent, name) * 100, MidpointRounding.ToEven));
}
