using System.Globalization;
using Hilo.Web.Backoffice.Merchant;

namespace Hilo.Web.Backoffice.SalesChannels;

/// <summary>Where the merchant sells, who sells there, and how long it waits.</summary>
internal static class ManageChannels
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/canales", ListAsync);
        office.MapGet("/canales/nuevo", (HiloClient client, OfficeShells shells, CancellationToken cancel) => PageAsync(null, 0, New, null, client, shells, cancel));
        office.MapPost("/canales/nuevo", AddAsync);
        office.MapGet("/canales/{id:guid}", ShowAsync);
        office.MapPost("/canales/{id:guid}", SaveAsync);
    }

    private static FormFields New => new(new Dictionary<string, string> { ["transfer"] = "1", ["hold"] = "5", ["active"] = "yes" });

    private static async Task<IResult> ListAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var shell = await shells.LoadAsync(cancel);
        if (!shell.May(Permissions.SettingsManage)) return Page.GoTo("/oficina");
        if ((await client.Orders.SalesChannelsAsync(cancel)).Refused(out var problem, out var channels)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return Page.Of<ChannelsPage>(new { Shell = shell, Channels = channels, Entities = (await client.Merchant.GetAsync(cancel)).LegalEntities });
    }

    private static async Task<IResult> AddAsync(IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var (fields, merchant) = (FormFields.Of(form), await client.Merchant.GetAsync(cancel));
        if (Read(fields, merchant.Currency) is not { } request) return await PageAsync(null, 0, fields, null, client, shells, cancel, 422);
        if ((await client.Orders.CreateSalesChannelAsync(request, FormKey.Of(form), cancel)).Refused(out var problem, out var channel)) return await PageAsync(null, 0, fields, problem, client, shells, cancel, problem.Status);
        Flash.Say(context, ChannelTexts.Saved(channel.Name));
        return Page.GoTo("/oficina/canales");
    }

    private static async Task<IResult> ShowAsync(SalesChannelId id, HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        await FindAsync(id, client, cancel) is { } channel ? await PageAsync(channel, channel.Version, Of(channel), null, client, shells, cancel) : Page.GoTo("/oficina/canales");

    private static async Task<IResult> SaveAsync(SalesChannelId id, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if (await FindAsync(id, client, cancel) is not { } channel) return Page.GoTo("/oficina/canales");
        var fields = FormFields.Of(form);
        var seen = int.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : channel.Version;
        // Orders and prices are in the money of their channel: it is chosen once.
        if (Read(fields, channel.Currency) is not { } request) return await PageAsync(channel, seen, fields, null, client, shells, cancel, 422);
        if ((await client.Orders.SaveSalesChannelAsync(id, seen, request, FormKey.Of(form), cancel)).Refused(out var problem, out var saved))
            return await PageAsync(channel, problem.Code == "edit.conflict" ? channel.Version : seen, fields, problem, client, shells, cancel, problem.Status);
        Flash.Say(context, ChannelTexts.Saved(saved.Name));
        return Page.GoTo("/oficina/canales");
    }

    private static FormFields Of(SalesChannelView channel) => new(new Dictionary<string, string>
    {
        ["name"] = channel.Name,
        ["kind"] = $"{new Word<SalesChannelKind>(channel.Kind)}",
        ["entity"] = $"{channel.LegalEntityId}",
        ["transfer"] = channel.TransferHours.ToString(CultureInfo.InvariantCulture),
        ["hold"] = channel.PickupHoldDays.ToString(CultureInfo.InvariantCulture),
        ["active"] = channel.IsActive ? "yes" : "",
    });

    private static SaveSalesChannelRequest? Read(FormFields form, Currency currency)
    {
        var name = form.Needed("name", ChannelTexts.NameMissing);
        if (!LegalEntityId.TryParse(form["entity"], null, out var entity)) form.Errors["entity"] = LegalEntityTexts.NeededFirst;
        var transfer = form.Number("transfer", 1, 720, ChannelTexts.TransferWrong);
        var hold = form.Number("hold", 1, 60, ChannelTexts.HoldWrong);
        var kind = Word<SalesChannelKind>.TryParse(form["kind"], null, out var word) ? word.Value : SalesChannelKind.Web;
        return form.Errors.Count > 0 ? null : new SaveSalesChannelRequest(name, kind, entity, currency, form.Has("active"), transfer, hold);
    }

    private static async Task<SalesChannelView?> FindAsync(SalesChannelId id, HiloClient client, CancellationToken cancel) =>
        (await client.Orders.SalesChannelsAsync(cancel)).Refused(out _, out var channels) ? null : channels.FirstOrDefault(c => c.Id == id);

    private static async Task<IResult> PageAsync(
        SalesChannelView? channel, int version, FormFields fields, Problem? refusal, HiloClient client, OfficeShells shells, CancellationToken cancel, int status = 200)
    {
        var shell = await shells.LoadAsync(cancel);
        if (!shell.May(Permissions.SettingsManage)) return Page.GoTo("/oficina");
        var merchant = await client.Merchant.GetAsync(cancel);
        var isLastWeb = channel is { Kind: SalesChannelKind.Web, IsActive: true }
            && !(await client.Orders.SalesChannelsAsync(cancel)).Refused(out _, out var all) && all.Count(c => c is { Kind: SalesChannelKind.Web, IsActive: true }) == 1;
        return Page.Of<ChannelPage>(
            new { Shell = shell, Channel = channel, Version = version, Fields = fields, Entities = merchant.LegalEntities, Currency = channel?.Currency ?? merchant.Currency, IsLastWeb = isLastWeb, Refusal = refusal }, status);
    }
}
