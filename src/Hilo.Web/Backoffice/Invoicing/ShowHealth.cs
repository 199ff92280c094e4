namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>How invoicing stands, and the settings that keep it going: contingency, renewal, credit invoices.</summary>
internal static class ShowHealth
{
    private const string SetUp = "/oficina/comprobantes/emisor";

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes/estado", PageAsync);
        office.MapPost("/comprobantes/puntos/{id:guid}/reemplazo", FallbackAsync);
        office.MapPost("/comprobantes/emisor/{id:guid}/renovacion", RenewAsync);
        office.MapPost("/comprobantes/emisor/{id:guid}/renovacion/certificado", CertifyAsync);
        office.MapPost("/comprobantes/emisor/{id:guid}/fce", FceAsync);
        office.MapPost("/comprobantes/{id:guid}/informe", ReportAgainAsync);
        office.MapPost("/comprobantes/{id:guid}/fce", ConvertAsync);
    }

    private static async Task<IResult> PageAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.HealthAsync(cancel)).Refused(out var problem, out var health)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var caeas = new Dictionary<IssuerId, IReadOnlyList<CaeaView>>();
        foreach (var issuer in health) caeas[issuer.Issuer] = (await client.Invoicing.ContingencyAsync(issuer.Issuer, cancel)).Refused(out _, out var found) ? [] : found.Caeas;
        return Page.Of<HealthPage>(new { Shell = await shells.LoadAsync(cancel), Issuers = health, Caeas = caeas });
    }

    private static async Task<IResult> FallbackAsync(FiscalPointId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        int? number = int.TryParse(form["number"].ToString(), System.Globalization.CultureInfo.InvariantCulture, out var chosen) ? chosen : null;
        return Done(context, await client.Invoicing.SetFallbackAsync(id, number, FormKey.Of(form), cancel), HealthTexts.Kept, SetUp);
    }

    private static async Task<IResult> RenewAsync(IssuerId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel) =>
        Done(context, ProblemOf(await client.Invoicing.BeginRenewalAsync(id, form["next_alias"].ToString(), FormKey.Of(form), cancel)), HealthTexts.RenewalBegun, SetUp);

    private static async Task<IResult> CertifyAsync(IssuerId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel) =>
        Done(context, ProblemOf(await client.Invoicing.CertifyRenewalAsync(id, form["next_certificate"].ToString(), FormKey.Of(form), cancel)), HealthTexts.RenewalTaken, SetUp);

    private static async Task<IResult> FceAsync(IssuerId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var fields = FormFields.Of(form);
        var days = int.TryParse(fields["days"], System.Globalization.CultureInfo.InvariantCulture, out var typed) ? typed : 30;
        var request = new SetFceRequest(fields.Optional("account"), fields.Optional("account_alias"), fields["transfer"] == "ADC" ? "ADC" : "SCA", days);
        return Done(context, ProblemOf(await client.Invoicing.SetFceAsync(id, request, FormKey.Of(form), cancel)), HealthTexts.Kept, SetUp);
    }

    private static async Task<IResult> ReportAgainAsync(FiscalDocumentId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var fields = FormFields.Of(form);
        var receiver = fields.Optional("type") is { } type
            ? new OrderReceiver(type, fields["number"], int.TryParse(fields["condition"], System.Globalization.CultureInfo.InvariantCulture, out var condition) ? condition : null, fields.Optional("name")) : null;
        return Done(context, ProblemOf(await client.Invoicing.ReportAgainAsync(id, receiver, FormKey.Of(form), cancel)), HealthTexts.ToldAgain, $"/oficina/comprobantes/{id}");
    }

    private static async Task<IResult> ConvertAsync(FiscalDocumentId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel) =>
        Done(context, ProblemOf(await client.Invoicing.ConvertToFceAsync(id, FormKey.Of(form), cancel)), HealthTexts.MadeFce, $"/oficina/comprobantes/{id}");

    private static Problem? ProblemOf<T>(Result<T> outcome) => outcome.Refused(out var problem, out _) ? problem : null;

    private static IResult Done(HttpContext context, Problem? problem, string said, string then)
    {
        if (problem is not null) Flash.Refuse(context, problem);
        else Flash.Say(context, said);
        return Page.GoTo(then);
    }
}
