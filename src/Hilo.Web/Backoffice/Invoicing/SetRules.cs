using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>When each channel invoices, the tributes that issuers charge, and the norms that documents follow.</summary>
internal static class SetRules
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes/reglas", ShowAsync);
        office.MapPost("/comprobantes/reglas/canales/{channel:guid}", SetChannelAsync);
        office.MapPost("/comprobantes/reglas/tributos/{issuer:guid}", AddTributeAsync);
    }

    private static Task<IResult> ShowAsync(HiloClient client, OfficeShells shells, CancellationToken cancel) => PageAsync(null, FormFields.Empty, null, client, shells, cancel);

    /// <param name="typedFor">Whose new rate was refused; what was typed stays in its form.</param>
    private static async Task<IResult> PageAsync(IssuerId? typedFor, FormFields typed, Problem? refusal, HiloClient client, OfficeShells shells, CancellationToken cancel, int status = 200)
    {
        if ((await client.Orders.SalesChannelsAsync(cancel)).Refused(out var problem, out var channels) || (await client.Invoicing.ChannelsAsync(cancel)).Refused(out problem, out var rules)
            || (await client.Invoicing.IssuersAsync(cancel)).Refused(out problem, out var issuers) || (await client.Invoicing.NormsAsync(cancel)).Refused(out problem, out var norms)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var tributes = new List<(IssuerView, IReadOnlyList<TributeRateView>)>();
        foreach (var issuer in issuers)
        {
            if ((await client.Invoicing.TributesAsync(issuer.Id, cancel)).Refused(out problem, out var rates)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
            tributes.Add((issuer, rates));
        }
        return Page.Of<RulesPage>(
            new
            {
                Shell = await shells.LoadAsync(cancel),
                Channels = channels,
                Rules = rules,
                Tributes = (IReadOnlyList<(IssuerView, IReadOnlyList<TributeRateView>)>)tributes,
                Norms = norms,
                TypedFor = typedFor,
                Typed = typed,
                Refusal = refusal,
            },
            status);
    }

    private static async Task<IResult> SetChannelAsync(SalesChannelId channel, [FromForm] string due, [FromForm] string? mails, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var wanted = Word<DocumentDue>.TryParse(due, null, out var word) ? word.Value : DocumentDue.Payment;
        if ((await client.Invoicing.SetChannelAsync(channel, wanted, mails == "yes", FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, RuleTexts.Kept);
        return Page.GoTo("/oficina/comprobantes/reglas");
    }

    private static async Task<IResult> AddTributeAsync(IssuerId issuer, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var fields = FormFields.Of(form);
        if (TributeForms.Read(fields) is not { } request) return await PageAsync(issuer, fields, null, client, shells, cancel, 422);
        if ((await client.Invoicing.AddTributeAsync(issuer, request, FormKey.Of(form), cancel)).Refused(out var problem, out _)) return await PageAsync(issuer, fields, problem, client, shells, cancel, problem.Status);
        Flash.Say(context, RuleTexts.Added);
        return Page.GoTo("/oficina/comprobantes/reglas");
    }
}
