using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>Reads answers of WSFEXv1: one error instead of a list, and none with the code 0 (specs: arca 13). Whatever is not an answer stays unknown.</summary>
internal static class WsfexAnswers
{
    private const int Authentication = 1000;

    // The commit may have happened behind each of them.
    private static readonly int[] MayHaveHappened = [500, 501, 502];

    public static Asked<XElement> ResultOf(SoapAnswer answer, string operation, FiscalEnvironment? environment = null)
    {
        if (WsfeAnswers.BodyOf(answer, operation, environment).Failed(out var failure, out var result)) return failure;
        if (ErrorOf(result) is not { } error) return result;
        return error.Code == Authentication ? new AgencyFailure(FailureKind.Ticket, error.Code, error.Words)
            : MayHaveHappened.Contains(error.Code) ? new AgencyFailure(FailureKind.Lost, error.Code, error.Words)
            : result;
    }

    /// <summary>Null when all is well.</summary>
    public static AgencyNote? ErrorOf(XElement result) =>
        WsfeAnswers.Element(result, "FEXErr") is { } error && (int)WsfeAnswers.Number(error, "ErrCode") is var code and not 0 ? new AgencyNote(code, WsfeAnswers.Child(error, "ErrMsg")) : null;

    /// <summary>What became of one voucher. The answer to a repeated Id (<c>Reproceso</c> S) is the first one again, and counts like it.</summary>
    public static AuthorizationAnswer Authorization(XElement result, Voucher asked, CodeMeanings meanings)
    {
        var (said, error) = (WsfeAnswers.Element(result, "FEXResultAuth"), ErrorOf(result));
        AgencyNote[] errors = error is null ? [] : [error];
        if (said is null) return new AuthorizationAnswer([new VoucherDetail(asked.Number, error is null ? DetailOutcome.Unknown : DetailOutcome.Rejected, null, null, [])], errors, "", meanings);
        var cae = WsfeAnswers.Child(said, "Cae");
        var isOurs = (WsfeAnswers.Number(said, "Id"), WsfeAnswers.Number(said, "Cbte_tipo"), WsfeAnswers.Number(said, "Punto_vta"), WsfeAnswers.Number(said, "Cbte_nro")) == (asked.Abroad!.Id, asked.Type, asked.Point, asked.Number);
        var outcome = WsfeAnswers.Child(said, "Resultado") switch
        {
            "A" when isOurs && error is null && cae.Length == 14 && cae.All(char.IsAsciiDigit) => DetailOutcome.Authorized,
            "R" when cae.Length == 0 => DetailOutcome.Rejected,
            _ => DetailOutcome.Unknown,
        };
        return new AuthorizationAnswer(
            [new VoucherDetail(asked.Number, outcome, cae.Length == 0 ? null : cae, FiscalDay.Parse(WsfeAnswers.Child(said, "Fch_venc_Cae")), Remarks(WsfeAnswers.Child(said, "Motivos_Obs")))],
            errors, WsfeAnswers.Child(said, "Fch_cbte"), meanings);
    }

    public static FoundVoucher? Found(XElement result)
    {
        if (WsfeAnswers.Element(result, "FEXResultGet") is not { } found || WsfeAnswers.Number(found, "Cbte_nro") == 0) return null;
        int Whole(string name) => (int)WsfeAnswers.Number(found, name);
        string Text(string name) => WsfeAnswers.Child(found, name);
        string? Optional(string name) => Text(name) is { Length: > 0 } text ? text : null;
        var (kind, total) = (Whole("Tipo_expo"), WsfeAnswers.Minor(found, "Imp_total"));
        var terms = new AbroadTerms(
            kind, Whole("Dst_cmp"), "", Text("Cliente"), Text("Cuit_pais_cliente"), Text("Domicilio_cliente"), Optional("Id_impositivo"), Whole("Idioma_cbte"), Optional("Incoterms"), Optional("Incoterms_Ds"), Optional("Forma_pago"),
            [.. WsfeAnswers.Elements(WsfeAnswers.Element(found, "Permisos"), "Permiso").Select(p => new AbroadPermit(WsfeAnswers.Child(p, "Id_permiso"), (int)WsfeAnswers.Number(p, "Dst_merc")))]);
        var voucher = new Voucher(
            Whole("Cbte_tipo"), Whole("Punto_vta"), WsfeAnswers.Number(found, "Cbte_nro"), DecideVoucher.ConceptOf(kind), 80, WsfeAnswers.Number(found, "Cuit_pais_cliente"), FiscalDay.Parse(Text("Fecha_cbte")) ?? default,
            total, 0, 0, total, 0, 0, Text("Moneda_Id"), WsfeAnswers.Decimal(found, "Moneda_ctz"), ReceiverFacts.BuyerAbroad,
            [.. WsfeAnswers.Elements(WsfeAnswers.Element(found, "Cmps_asoc"), "Cmp_asoc").Select(a => new AssociatedVoucher(
                (int)WsfeAnswers.Number(a, "Cbte_tipo"), (int)WsfeAnswers.Number(a, "Cbte_punto_vta"), WsfeAnswers.Number(a, "Cbte_nro"), WsfeAnswers.Child(a, "Cbte_cuit"), default))], [])
        {
            Abroad = new VoucherAbroad(WsfeAnswers.Number(found, "Id"), terms, [.. WsfeAnswers.Elements(WsfeAnswers.Element(found, "Items"), "Item").Select(i => new AbroadItem(
                WsfeAnswers.Child(i, "Pro_codigo"), WsfeAnswers.Child(i, "Pro_ds"), WsfeAnswers.Decimal(i, "Pro_qty"), (int)WsfeAnswers.Number(i, "Pro_umed"),
                WsfeAnswers.Minor(i, "Pro_precio_uni"), WsfeAnswers.Minor(i, "Pro_bonificacion"), WsfeAnswers.Minor(i, "Pro_total_item")))]),
        };
        return new FoundVoucher(voucher, Text("Cae"), "CAE", FiscalDay.Parse(Text("Fch_venc_Cae")), Text("Fecha_cbte_cae"), Remarks(Text("Motivos_Obs")));
    }

    /// <summary>Rows with the names that WSFEv1 gives to the same things: every table of this service has names of its own.</summary>
    public static IReadOnlyDictionary<string, string>[] Rows(XElement result) => [.. (WsfeAnswers.Element(result, "FEXResultGet")?.Elements() ?? [])
        .Select(row => row.Elements().DistinctBy(c => NameOf(c.Name.LocalName)).ToDictionary(c => NameOf(c.Name.LocalName), c => c.Value.Trim() == "NULL" ? "" : c.Value.Trim(), StringComparer.Ordinal))];

    private static string NameOf(string name) => name switch
    {
        "DST_Codigo" or "DST_CUIT" => "Id",
        "Pve_Nro" => "Nro",
        "Pve_Bloqueado" => "Bloqueado",
        "Pve_FchBaja" => "FchBaja",
        _ when name.EndsWith("_vig_desde", StringComparison.OrdinalIgnoreCase) => "FchDesde",
        _ when name.EndsWith("_vig_hasta", StringComparison.OrdinalIgnoreCase) => "FchHasta",
        _ when name.EndsWith("_Id", StringComparison.OrdinalIgnoreCase) => "Id",
        _ when name.EndsWith("_Ds", StringComparison.OrdinalIgnoreCase) => "Desc",
        _ => name,
    };

    /// <summary>Plain text, with its number in front when it has one.</summary>
    private static IReadOnlyList<AgencyNote> Remarks(string text) =>
        text.Length == 0 ? [] : [new AgencyNote(int.TryParse(text.AsSpan(0, text.TakeWhile(char.IsAsciiDigit).Count()), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0, text)];
}
