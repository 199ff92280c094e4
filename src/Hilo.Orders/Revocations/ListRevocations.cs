using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

internal static class ListRevocations
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/revocations", HandleAsync).WithTags("Orders").RequirePermission(Permissions.OrdersRead)
        .WithSummary("Purchases that shoppers took back, newest first.");

    private static async Task<Results<Ok<PageOf<RevocationView>>, ProblemHttpResult>> HandleAsync(OrdersDb db, CancellationToken cancel, string? cursor = null)
    {
        var found = db.Revocations.AsNoTracking();
        if (cursor is not null)
        {
            if (Cursor.Read<long, string>("revocations", cursor).Refused(out var problem, out var last)) return problem.ToHttp();
            if (!Cursor.IsMoment(last.First)) return EdgeProblems.BadCursor.ToHttp();
            var (at, code) = (new DateTimeOffset(last.First, TimeSpan.Zero), last.Second);
            found = found.Where(r => r.RequestedAt < at || (r.RequestedAt == at && string.Compare(r.Code, code) < 0));
        }
        var page = await found.OrderByDescending(r => r.RequestedAt).ThenByDescending(r => r.Code).Take(PageSize + 1).ToListAsync(cancel);
        var next = page.Count > PageSize ? Cursor.Write("revocations", page[PageSize - 1].RequestedAt.UtcTicks, page[PageSize - 1].Code) : null;
        return TypedResults.Ok(new PageOf<RevocationView>([.. page.Take(PageSize).Select(r => r.View())], next));
    }
}
