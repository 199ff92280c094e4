namespace Hilo.Web.Backoffice.Log;

/// <summary>The event log, narrowed by its address, and what its readers could not handle.</summary>
internal static class ShowLog
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/registro", EventsAsync);
        office.MapGet("/registro/lectores", ReadersAsync);
        office.MapPost("/registro/detenidos/{consumer}/{position:long}/reintento", RetryAsync);
        office.MapPost("/registro/detenidos/{consumer}/{position:long}/descarte", DropAsync);
    }

    private static async Task<IResult> EventsAsync(string? tipo, string? de, string? cliente, string? junto, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        Guid? Id(string? text) => Guid.TryParse(text?.Trim(), out var id) ? id : null;
        // What cannot be an id finds nothing, rather than everything.
        var filter = new LogFilter(tipo?.Trim(), de?.Trim(), cliente?.Trim(), junto?.Trim());
        var isSense = new[] { filter.Subject, filter.Customer, filter.Correlation }.All(t => string.IsNullOrEmpty(t) || Id(t) is not null);
        PageOf<EventView> page = new([], null);
        if (isSense && (await client.Log.EventsAsync(Id(filter.Subject), Id(filter.Customer) is { } customer ? CustomerId.From(customer) : null, Id(filter.Correlation),
                string.IsNullOrEmpty(filter.Type) ? null : filter.Type, trail.Cursor, cancel)).Refused(out var problem, out page!))
            return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return Page.Of<LogPage>(new { Shell = await shells.LoadAsync(cancel), Events = page, Filter = filter, Trail = trail });
    }

    private static async Task<IResult> ReadersAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Log.ConsumersAsync(cancel)).Refused(out var problem, out var log)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        if ((await client.Log.HeldAsync(cancel: cancel)).Refused(out problem, out var held)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return Page.Of<ReadersPage>(new { Shell = await shells.LoadAsync(cancel), Log = log, Held = held.Items });
    }

    private static async Task<IResult> RetryAsync(string consumer, long position, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if (await client.Log.RetryHeldAsync(consumer, position, FormKey.Of(form), cancel) is { } problem) Flash.Refuse(context, problem);
        else Flash.Say(context, LogTexts.TriedAgain);
        return Page.GoTo("/oficina/registro/lectores");
    }

    private static async Task<IResult> DropAsync(string consumer, long position, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if (await client.Log.DropHeldAsync(consumer, position, FormKey.Of(form), cancel) is { } problem) Flash.Refuse(context, problem);
        else Flash.Say(context, LogTexts.DroppedIt);
        return Page.GoTo("/oficina/registro/lectores");
    }
}

/// <summary>What the address narrows the log to.</summary>
public sealed record LogFilter(string? Type, string? Subject, string? Customer, string? Correlation)
{
    public bool IsSet => !string.IsNullOrEmpty(Type + Subject + Customer + Correlation);

    public string Address(string? trail) => Backoffice.Address.Of("/oficina/registro", ("tipo", Type), ("de", Subject), ("cliente", Customer), ("junto", Correlation), ("desde", trail));
}
