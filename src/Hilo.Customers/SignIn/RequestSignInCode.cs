using System.Globalization;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Customers;

/// <summary>Asks for a code. The answer, and the mail, are the same whether or not an account exists: signing in makes one.</summary>
internal static class RequestSignInCode
{
    /// <summary>Mails per mailbox in one lifetime of a code: nobody's mailbox is filled by a stranger.</summary>
    private const int MostPerMailbox = 3;

    public static void Map(RouteGroupBuilder shop) => shop.MapPost("/sign-in/codes", HandleAsync).AllowAnyone().LimitAttempts().NeverReplayed()
        .WithSummary("Mail a code of six digits to sign in with: to an e-mail, or to the e-mail of the order whose signed link is shown.");

    private static async Task<Results<Ok<SignInChallenge>, ProblemHttpResult>> HandleAsync(
        RequestSignInCodeRequest request, CustomersDb db, IOrderMailboxes orders, ISecrets secrets, BrowserMark mark, HttpContext http, TimeProvider clock, CancellationToken cancel)
    {
        if ((await MailboxAsync(request, orders, cancel)).Refused(out var problem, out var email)) return problem.ToHttp();
        if (EmailKey.Of(email) is not { } key) return CustomerProblems.EmailInvalid.ToHttp();
        var now = clock.GetUtcNow();
        var challenge = new SignInChallengeRow
        {
            Id = IId<EventId>.New().Value,
            Email = email.Trim(),
            EmailKey = key,
            Code = secrets.Protect("sign-in", SignInChallengeRow.NewCode()),
            BrowserHash = SignInChallengeRow.HashOf(mark.Give(http)),
            Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "es",
            AskedAt = now,
            ExpiresAt = now + SignInChallengeRow.Lifetime,
        };
        await OneAtATimeAsync(db.Session, key, cancel);
        db.Add(challenge);
        var since = now - SignInChallengeRow.Lifetime;
        if (await db.Challenges.CountAsync(c => c.EmailKey == key && c.AskedAt > since, cancel) < MostPerMailbox) db.Publish(new SignInCodeRequested(challenge.Id));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new SignInChallenge(challenge.Id, challenge.ExpiresAt));
    }

    private static async Task<Result<string>> MailboxAsync(RequestSignInCodeRequest request, IOrderMailboxes orders, CancellationToken cancel) => request switch
    {
        { Email: { Length: > 0 } email, OrderLink: null } => email,
        { Email: null, OrderLink: { Length: > 0 } link } => await orders.MailboxOfAsync(link, cancel),
        _ => CustomerProblems.EmailInvalid,
    };

    // Requests of one mailbox that come at once would each count the others' mails before they are there. SQLite has one writer anyway.
    private static async Task OneAtATimeAsync(DbSession session, string emailKey, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        if (session.Dialect == Dialect.Postgres) await session.QueryAsync($"select 1 from pg_advisory_xact_lock(hashtextextended({emailKey}, 0))", row => row.GetInt32(0), cancel);
    }
}
