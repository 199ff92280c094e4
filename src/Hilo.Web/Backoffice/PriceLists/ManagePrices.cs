namespace Hilo.Web.Backoffice.PriceLists;

/// <summary>The lists and what they say: one for everybody, and one for each channel that has its own.</summary>
internal static class ManagePrices
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/precios", ListAsync);
        office.MapPost("/precios", AddAsync);
        office.MapGet("/precios/{id:guid}", (PriceListId id, string? q, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel) => PageAsync(id, q, new Trail(desde), null, null, client, shells, cancel));
        office.MapPost("/precios/{id:guid}", SaveAsync);
    }

    private static async Task<IResult> ListAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var shell = await shells.LoadAsync(cancel);
        if (!shell.May(Permissions.CatalogManage)) return Page.GoTo("/oficina");
        if ((await client.Catalog.PriceListsAsync(cancel)).Refused(out var problem, out var lists)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        if ((await client.Orders.SalesChannelsAsync(cancel)).Refused(out problem, out var channels)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return Page.Of<PriceListsPage>(new { Shell = shell, Lists = lists, Channels = channels });
    }

    private static async Task<IResult> AddAsync(IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var fields = FormFields.Of(form);
        var channels = (await client.Orders.SalesChannelsAsync(cancel)).Refused(out var problem, out var all) ? [] : all;
        var channel = channels.FirstOrDefault(c => $"{c.Id}" == fields["channel"]);
        if (problem is not null) Flash.Refuse(context, problem);
        else if (fields["name"].Length == 0 || channel is null) Flash.Refuse(context, PriceTexts.NameMissing, PriceTexts.NameMissingText);
        else if ((await client.Catalog.CreatePriceListAsync(new SavePriceListRequest(fields["name"], channel.Currency, channel.Id), FormKey.Of(form), cancel)).Refused(out problem, out var list)) Flash.Refuse(context, problem);
        else
        {
            Flash.Say(context, PriceTexts.Created(list.Name));
            return Page.GoTo($"/oficina/precios/{list.Id}");
        }
        return Page.GoTo("/oficina/precios");
    }

    private static async Task<IResult> SaveAsync(PriceListId id, string? q, string? desde, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Catalog.PriceListsAsync(cancel)).Refused(out var problem, out var lists)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        if (lists.FirstOrDefault(l => l.Id == id) is not { } list) return Page.GoTo("/oficina/precios");
        var fields = FormFields.Of(form);
        var changes = PriceSheet.Changes(fields, list.Currency);
        if (fields.Errors.Count > 0) return await PageAsync(id, q, new Trail(desde), fields, null, client, shells, cancel, 422);
        if (changes.Count > 0 && await client.Catalog.SetPricesAsync(id, new SetPricesRequest(changes), FormKey.Of(form), cancel) is { } refused)
            return await PageAsync(id, q, new Trail(desde), fields, refused, client, shells, cancel, refused.Status);
        Flash.Say(context, PriceTexts.Saved(changes.Count));
        return Page.GoTo(Address.Of($"/oficina/precios/{id}", ("q", q), ("desde", desde)));
    }

    private static async Task<IResult> PageAsync(
        PriceListId id, string? q, Trail trail, FormFields? typed, Problem? refusal, HiloClient client, OfficeShells shells, CancellationToken cancel, int status = 200)
    {
        var shell = await shells.LoadAsync(cancel);
        if (!shell.May(Permissions.CatalogManage)) return Page.GoTo("/oficina");
        if ((await client.Catalog.PriceListsAsync(cancel)).Refused(out var problem, out var lists)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        if (lists.FirstOrDefault(l => l.Id == id) is not { } list) return Page.GoTo("/oficina/precios");
        if ((await client.Catalog.PricesAsync(id, q, trail.Cursor, cancel)).Refused(out problem, out var prices)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return Page.Of<PriceListPage>(new { Shell = shell, List = list, Prices = prices, Search = q, Trail = trail, Typed = typed, Refusal = refusal }, status);
    }
}
