using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Customers;

/// <summary>Everything that happened with a customer, on every channel, newest first, joined with the names that a person reads.</summary>
internal static class ShowThread
{
    private const int PageSize = 40;

    public static void Map(RouteGroupBuilder customers) => customers.MapGet("/{id}/thread", HandleAsync).WithSummary("The customer's thread, newest first.");

    private static async Task<Results<Ok<PageOf<ThreadEntry>>, ProblemHttpResult>> HandleAsync(
        CustomerId id, string? cursor, EventLog log, ILocations locations, INameSalesChannels channels, CancellationToken cancel)
    {
        long? before = null;
        if (cursor is not null)
        {
            if (Cursor.Read<long>("thread", cursor).Refused(out var problem, out var position)) return problem.ToHttp();
            before = position;
        }
        var found = await log.FindAsync(new EventSearch { CustomerId = id, Before = before, Limit = PageSize + 1 }, cancel);
        var places = (await locations.AllAsync(cancel)).ToDictionary(l => l.Id, l => l.Name);
        var names = await channels.NamesAsync(cancel);
        var page = found.Take(PageSize).ToList();
        return TypedResults.Ok(new PageOf<ThreadEntry>(
            [.. page.Where(e => e.Event is not null).Select(e => ThreadEntries.Of(e, places, names))],
            found.Count > PageSize ? Cursor.Write("thread", page[^1].Facts.Position) : null));
    }
}
