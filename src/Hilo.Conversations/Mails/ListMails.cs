using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Conversations;

internal static class ListMails
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder mails) => mails.MapGet("", HandleAsync)
        .WithSummary("Outgoing mail, newest first. q finds by recipient, subject or order number.");

    private static async Task<Results<Ok<PageOf<MailRow>>, ProblemHttpResult>> HandleAsync(
        string? q, Word<MailState>? state, string? cursor, DbSession session, CancellationToken cancel)
    {
        var (before, beforeId) = (long.MaxValue, Guid.Empty);
        if (cursor is not null)
        {
            if (Cursor.Read<long, Guid>("mails", cursor).Refused(out var problem, out var after)) return problem.ToHttp();
            (before, beforeId) = after;
        }
        var sql = Sql.Of($"select {MailColumns.All:raw} from conversations_mails where (queued_at < {before} or (queued_at = {before} and id < {MailId.From(beforeId)}))");
        if (state is { } wanted) sql.Add($" and state = {wanted.Value}");
        if (!string.IsNullOrWhiteSpace(q)) sql.Add($" and search_text like {Pattern(q)} escape '!'");
        var rows = await session.QueryAsync(sql.Add($" order by queued_at desc, id desc limit {PageSize + 1}"), MailColumns.Read, cancel);
        var page = rows.Take(PageSize).ToList();
        return TypedResults.Ok(new PageOf<MailRow>(page, rows.Count > PageSize ? Cursor.Write("mails", page[^1].QueuedAt.UtcTicks, page[^1].Id.Value) : null));
    }

    private static string Pattern(string q) =>
        "%" + q.Trim().ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
}
