using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>A one-time link sets a password and signs in; the very first one makes the first owner.</summary>
internal sealed class SetPassword(PlatformDb db, DbSession session, Passwords passwords, StaffSignIn signIn, TimeProvider clock)
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/staff/password", HandleAsync).WithTags("Staff").AllowAnyone().LimitAttempts().NeverReplayed()
        .WithSummary("Set a password with a one-time link, and sign in. The first link of a new server makes its owner.");

    private static async Task<Results<Ok<StaffSessionOpened>, ProblemHttpResult>> HandleAsync(
        SetPasswordRequest request, SetPassword set, HttpContext http, CancellationToken cancel) =>
        (await set.UseAsync(request, http, cancel)).Refused(out var problem, out var opened) ? problem.ToHttp() : TypedResults.Ok(opened);

    public async Task<Result<StaffSessionOpened>> UseAsync(SetPasswordRequest request, HttpContext http, CancellationToken cancel)
    {
        var (hash, now) = (Tokens.Hash(request.Token), clock.GetUtcNow());
        // Deleting takes the link: of two people with one link, one row answers.
        var used = await session.ChangeAsync(
            $"delete from platform_password_links where token_hash = {hash} and expires_at > {now} returning staff_id", row => row.IdOrNull<StaffId>(0), cancel);
        if (used is not [var id]) return SignInProblems.LinkUsed;
        if ((id is { } known ? await InvitedAsync(known, cancel) : await FirstOwnerAsync(request, now, cancel)).Refused(out var problem, out var person)) return problem;
        person.PasswordHash = passwords.Hash(request.Password);
        (person.FailedTries, person.LockedUntil) = (0, null);
        await db.SaveChangesAsync(cancel);
        return await signIn.OpenAsync(person, SessionKind.Cookie, null, http, cancel);
    }

    private async Task<Result<Staff>> InvitedAsync(StaffId id, CancellationToken cancel) =>
        await db.Staff.SingleOrDefaultAsync(s => s.Id == id && s.IsActive, cancel) is { } person ? person : SignInProblems.LinkUsed;

    private async Task<Result<Staff>> FirstOwnerAsync(SetPasswordRequest request, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Staff.AnyAsync(cancel)) return SignInProblems.LinkUsed;
        if (request is not { Email: { } email, Name: { } name }) return SignInProblems.NameMissing;
        var owner = new Staff { Id = IId<StaffId>.New(), Email = Staff.Fold(email), Name = name, Role = StaffRole.Owner, JoinedAt = now };
        db.Staff.Add(owner);
        db.Publish(new StaffJoined(owner.Id, owner.Role));
        return owner;
    }
}
