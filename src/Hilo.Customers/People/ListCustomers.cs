using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Customers;

internal static class ListCustomers
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder customers) => customers.MapGet("", HandleAsync)
        .WithSummary("Customers, newest first. q finds by name, e-mail or the last digits of a phone.");

    private static async Task<Results<Ok<PageOf<CustomerRow>>, ProblemHttpResult>> HandleAsync(
        string? q, string? cursor, DbSession session, CancellationToken cancel)
    {
        var (before, beforeId) = (long.MaxValue, Guid.Empty);
        if (cursor is not null)
        {
            if (Cursor.Read<long, Guid>("customers", cursor).Refused(out var problem, out var after)) return problem.ToHttp();
            (before, beforeId) = after;
        }
        var sql = Sql.Of(
            $"""
            select c.id, c.name,
                   (select p.value from customers_contact_points p where p.customer_id = c.id and p.kind = {ContactKind.Email} order by p.is_verified desc, p.added_at limit 1),
                   (select p.value from customers_contact_points p where p.customer_id = c.id and p.kind = {ContactKind.Phone} order by p.added_at desc limit 1),
                   c.since
              from customers_customers c
             where c.merged_into is null and (c.since < {before} or (c.since = {before} and c.id < {CustomerId.From(beforeId)}))
            """);
        if (!string.IsNullOrWhiteSpace(q)) sql.Add(Matching(q));
        var rows = await session.QueryAsync(
            sql.Add($" order by c.since desc, c.id desc limit {PageSize + 1}"),
            row => new CustomerRow(row.Id<CustomerId>(0), row.GetString(1), row.Text(2), row.Text(3), row.Instant(4)), cancel);
        var page = rows.Take(PageSize).ToList();
        return TypedResults.Ok(new PageOf<CustomerRow>(page, rows.Count > PageSize ? Cursor.Write("customers", page[^1].Since.UtcTicks, page[^1].Id.Value) : null));
    }

    private static Sql Matching(string q)
    {
        var name = Pattern(Customer.Fold(q));
        var digits = new string([.. q.Where(char.IsAsciiDigit)]);
        var key = Pattern(q.Trim().ToLowerInvariant());
        return digits.Length >= 4
            ? Sql.Of($" and (c.search_name like {name} escape '!' or exists (select 1 from customers_contact_points p where p.customer_id = c.id and (p.match_key like {"%" + digits} or p.match_key like {key} escape '!')))")
            : Sql.Of($" and (c.search_name like {name} escape '!' or exists (select 1 from customers_contact_points p where p.customer_id = c.id and p.match_key like {key} escape '!'))");
    }

    private static string Pattern(string text) =>
        "%" + text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
}
