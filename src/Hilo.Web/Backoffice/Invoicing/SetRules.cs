using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>When each channel invoices, and the tributes that issuers charge.</summary>
internal static class SetRules
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes/reglas", ShowAsync);
        office.MapPost("/comprobantes/reglas/canales/{channel:guid}", SetChannelAsync);
        office.MapPost("/comprobantes/reglas/tributos/{issuer:guid}", AddTributeAsync);
    }

    private static async Task<IResult> ShowAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Orders.SalesChannelsAsync(cancel)).Refused(out var problem, out var channels) || (await client.Invoicing.ChannelsAsync(cancel)).Refused(out problem, out var rules)
            || (await client.Invoicing.IssuersAsync(cancel)).Refused(out problem, out var issuers)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var tributes = new List<(IssuerView, IReadOnlyList<TributeRateView>)>();
        foreach (var issuer in issuers)
        {
            if ((await client.Invoicing.TributesAsync(issuer.Id, cancel)).Refused(out problem, out var rates)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
            tributes.Add((issuer, rates));
        }
        return Page.Of<RulesPage>(new { Shell = await shells.LoadAsync(cancel), Channels = channels, Rules = rules, Tributes = (IReadOnlyList<(IssuerView, IReadOnlyList<TributeRateView>)>)tributes });
    }

    private static async Task<IResult> SetChannelAsync(SalesChannelId channel, [FromForm] string due, [FromForm] string? mails, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var wanted = Word<DocumentDue>.TryParse(due, null, out var word) ? word.Value : DocumentDue.Payment;
        if ((await client.Invoicing.SetChannelAsync(channel, wanted, mails == "yes", FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, RuleTexts.Kept);
        return Page.GoTo("/oficina/comprobantes/reglas");
    }

    private static async Task<IResult> AddTributeAsync(
        IssuerId issuer, [FromForm] int tribute, [FromForm] string? regime, [FromForm] string? rate, [FromForm] string? province, [FromForm] string? minimum, [FromForm] string? from, IFormCollection form, HttpContext context, HiloClient client,
        CancellationToken cancel)
    {
        var back = Page.GoTo("/oficina/comprobantes/reglas");
        var percent = decimal.TryParse(rate?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? read : 0;
        if (percent <= 0 || string.IsNullOrWhiteSpace(regime) || !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Flash.Refuse(context, RuleTexts.WrongRate, null);
            return back;
        }
        var (least, wrong) = string.IsNullOrWhiteSpace(minimum) ? (0, null) : MoneyText.Read(minimum);
        if (wrong is not null)
        {
            Flash.Refuse(context, wrong, null);
            return back;
        }
        int[] conditions = [.. form["conditions"].Select(c => int.TryParse(c, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(c => c > 0)];
        var request = new SaveTributeRateRequest(tribute, regime.Trim(), percent, day, Province: string.IsNullOrEmpty(province) ? null : province, Conditions: conditions, Minimum: least ?? 0);
        if ((await client.Invoicing.AddTributeAsync(issuer, request, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, RuleTexts.Added);
        return back;
    }
}
