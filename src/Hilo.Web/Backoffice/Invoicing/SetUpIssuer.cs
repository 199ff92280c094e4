using System.Globalization;
using System.Text;

namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>From the legal entity to the first invoice, step by step; each step checks itself.</summary>
internal static class SetUpIssuer
{
    private const string Here = "/oficina/comprobantes/emisor";

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes/emisor", ShowAsync);
        office.MapPost("/comprobantes/emisor", CreateAsync);
        office.MapGet("/comprobantes/emisor/{id:guid}/pedido", RequestAsync);
        office.MapPost("/comprobantes/emisor/{id:guid}/certificado", CertifyAsync);
        office.MapPost("/comprobantes/emisor/{id:guid}/puntos", AddPointAsync);
        office.MapPost("/comprobantes/emisor/{id:guid}/activacion", ActivateAsync);
    }

    private static async Task<IResult> ShowAsync(IssuerId? probar, HiloClient client, OfficeShells shells, CancellationToken cancel) => await PageAsync(null, null, null, probar, client, shells, cancel);

    /// <param name="form">What stands in the form that was refused.</param>
    /// <param name="of">Whose it is; null for the one that makes an issuer.</param>
    private static async Task<IResult> PageAsync(FormFields? form, IssuerId? of, Problem? refusal, IssuerId? tryOf, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.IssuersAsync(cancel)).Refused(out var problem, out var issuers)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var merchant = await client.Merchant.GetAsync(cancel);
        var channels = (await client.Orders.SalesChannelsAsync(cancel)).Refused(out _, out var found) ? [] : found;
        // Without a certificate there is nothing to try.
        var tried = issuers.FirstOrDefault(i => i.Id == tryOf) is { CertificateThumbprint: not null } issuer && !(await client.Invoicing.ConnectionAsync(issuer.Id, cancel)).Refused(out _, out var connection) ? connection : null;
        return Page.Of<IssuerPage>(
            new { Tried = tried, TriedFor = tryOf, Typed = form ?? FormFields.Empty, TypedFor = of, Refusal = refusal, Shell = await shells.LoadAsync(cancel), Issuers = issuers, Entities = merchant.LegalEntities, Channels = channels },
            refusal?.Status ?? 200);
    }

    private static async Task<IResult> CreateAsync(IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var fields = FormFields.Of(form);
        if (!LegalEntityId.TryParse(fields["entity"], null, out var entity) || !Word<FiscalEnvironment>.TryParse(fields["environment"], null, out var environment)) return Page.GoTo(Here);
        DateOnly? since = DateOnly.TryParseExact(fields["since"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var request = new CreateIssuerRequest(entity, environment.Value, fields["alias"], fields.Optional("gross_income"), since,
            Word<ClassAHabilitation>.TryParse(fields["class_a"], null, out var habilitation) ? habilitation.Value : ClassAHabilitation.Plain);
        return await DoneAsync(context, fields, null, await client.Invoicing.CreateIssuerAsync(request, FormKey.Of(form), cancel), InvoicingTexts.IssuerMade, client, shells, cancel);
    }

    /// <summary>The file that is uploaded at the agency.</summary>
    private static async Task<IResult> RequestAsync(IssuerId id, string? nuevo, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.IssuersAsync(cancel)).Refused(out var problem, out var issuers)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        if (issuers.FirstOrDefault(i => i.Id == id) is not { } issuer) return Page.GoTo(Here);
        var (request, alias) = nuevo is not null && issuer.Renewal is { } renewal ? (renewal.SigningRequest, renewal.Alias) : (issuer.SigningRequest, issuer.Alias);
        return TypedResults.File(Encoding.ASCII.GetBytes(request), "application/pkcs10", $"{issuer.Cuit}-{alias}.csr");
    }

    private static async Task<IResult> CertifyAsync(IssuerId id, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        await DoneAsync(context, FormFields.Of(form), id, await client.Invoicing.CertifyAsync(id, form["certificate"].ToString(), FormKey.Of(form), cancel), InvoicingTexts.CertificateTaken, client, shells, cancel);

    private static async Task<IResult> AddPointAsync(IssuerId id, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var fields = FormFields.Of(form);
        var number = int.TryParse(fields["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        SalesChannelId? channel = SalesChannelId.TryParse(fields["channel"], null, out var chosen) ? chosen : null;
        var request = new AddFiscalPointRequest(number, channel, fields["contingency"] == "yes", fields["abroad"] == "yes");
        return await DoneAsync(context, fields, id, await client.Invoicing.AddPointAsync(id, request, FormKey.Of(form), cancel), InvoicingTexts.PointAdded, client, shells, cancel);
    }

    private static async Task<IResult> ActivateAsync(IssuerId id, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        await DoneAsync(context, FormFields.Of(form), id, await client.Invoicing.ActivateAsync(id, FormKey.Of(form), cancel), InvoicingTexts.Activated, client, shells, cancel);

    /// <summary>A form that is refused comes back as it was typed.</summary>
    private static async Task<IResult> DoneAsync(HttpContext context, FormFields typed, IssuerId? of, Result<IssuerView> outcome, string said, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if (outcome.Refused(out var problem, out _)) return await PageAsync(typed, of, problem, null, client, shells, cancel);
        Flash.Say(context, said);
        return Page.GoTo(Here);
    }
}
