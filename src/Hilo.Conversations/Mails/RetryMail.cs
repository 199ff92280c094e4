using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Conversations;

internal static class RetryMail
{
    public static void Map(RouteGroupBuilder mails) => mails.MapPut("/{id}/retry", HandleAsync).RequirePermission(Permissions.MailManage)
        .WithSummary("Try a mail again now that failed or waits.");

    private static async Task<Results<Ok<MailView>, NotFound, ProblemHttpResult>> HandleAsync(MailId id, ConversationsDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Mails.FindAsync([id], cancel) is not { } mail) return TypedResults.NotFound();
        if (mail.Retry(clock.GetUtcNow()) is { } problem) return problem.ToHttp();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok((await ShowMail.FindAsync(db, id, cancel))!);
    }
}
