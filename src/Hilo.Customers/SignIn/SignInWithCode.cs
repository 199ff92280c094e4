using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Customers;

/// <summary>Opens a shopper's session with the mailed code.</summary>
internal static class SignInWithCode
{
    public static void Map(RouteGroupBuilder shop)
    {
        shop.MapPost("/sign-in/sessions", HandleAsync).AllowAnyone().LimitAttempts().NeverReplayed().WithSummary("Sign in with the mailed code.");
        shop.MapDelete("/sign-in/sessions/current", SignOutAsync).AllowAnyone().WithSummary("Sign out.");
        shop.MapGet("/account", MeAsync).AllowShoppers().WithSummary("Who is signed in.");
    }

    private static async Task<Results<Ok<ShopperView>, ProblemHttpResult>> HandleAsync(
        SignInWithCodeRequest request, CustomersDb db, DbSession session, ISecrets secrets, BrowserMark mark, AttachCustomer customers, ShopperTickets tickets,
        HttpContext http, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // The try is counted and committed before the code is looked at: a thousand parallel guesses are a thousand tries.
        var counted = await session.ExecuteAsync(
            $"update customers_sign_in_challenges set tries = tries + 1 where id = {request.Challenge} and ended_at is null and tries < {SignInChallengeRow.MostTries}", cancel);
        await session.CommitAsync(CancellationToken.None);
        if (counted == 0) return ShopperSignInProblems.CodeRefused.ToHttp();

        var challenge = await db.Challenges.AsNoTracking().SingleAsync(c => c.Id == request.Challenge, cancel);
        if (challenge.Code is null || !challenge.Opens(request.Code.Trim(), secrets.Reveal("sign-in", challenge.Code), mark.Read(http), now)) return ShopperSignInProblems.CodeRefused.ToHttp();
        // One of two parallel right answers wins.
        var ended = await session.ExecuteAsync($"update customers_sign_in_challenges set ended_at = {now}, code = null where id = {challenge.Id} and ended_at is null", cancel);
        if (ended == 0) return ShopperSignInProblems.CodeRefused.ToHttp();

        var customer = await customers.AttachVerifiedAsync(challenge.Email, cancel);
        await tickets.IssueAsync(customer, http, cancel);
        session.Publish(new CustomerSignedIn(customer));
        return TypedResults.Ok((await FindAsync(customers, customer, cancel))!);
    }

    private static async Task<NoContent> SignOutAsync(ShopperTickets tickets, HttpContext http, CancellationToken cancel)
    {
        await tickets.SignOutAsync(http, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ShopperView>, NotFound>> MeAsync(CurrentShopper shopper, AttachCustomer customers, CancellationToken cancel) =>
        await FindAsync(customers, shopper.Id, cancel) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    /// <summary>Null once the customer is gone: a session may outlive its person by a moment.</summary>
    private static async Task<ShopperView?> FindAsync(AttachCustomer customers, CustomerId customer, CancellationToken cancel) =>
        (await customers.NameAsync([customer], cancel)).GetValueOrDefault(customer) is { } name ? new ShopperView(name.Id, name.Name, name.Email ?? "") : null;
}
