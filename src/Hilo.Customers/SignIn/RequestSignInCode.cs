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
        .WithSummary("Mail a code of six digits to sign in with.");

    private static async Task<Results<Ok<SignInChallenge>, ProblemHttpResult>> HandleAsync(
        RequestSignInCodeRequest request, CustomersDb db, ISecrets secrets, BrowserMark mark, HttpContext http, TimeProvider clock, CancellationToken cancel)
    {
        if (EmailKey.Of(request.Email) is not { } key) return CustomerProblems.EmailInvalid.ToHttp();
        var now = clock.GetUtcNow();
        var challenge = new SignInChallengeRow
        {
            Id = IId<EventId>.New().Value,
            Email = request.Email.Trim(),
            EmailKey = key,
            Code = secrets.Protect("sign-in", SignInChallengeRow.NewCode()),
            BrowserHash = SignInChallengeRow.HashOf(mark.Give(http)),
            Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "es",
            AskedAt = now,
            ExpiresAt = now + SignInChallengeRow.Lifetime,
        };
        db.Add(challenge);
        var since = now - SignInChallengeRow.Lifetime;
        if (await db.Challenges.CountAsync(c => c.EmailKey == key && c.AskedAt > since, cancel) < MostPerMailbox) db.Publish(new SignInCodeRequested(challenge.Id));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new SignInChallenge(challenge.Id, challenge.ExpiresAt));
    }
}
