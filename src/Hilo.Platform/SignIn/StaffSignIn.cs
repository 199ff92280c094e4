using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>Password sign-in with a lockout that grows, and the sessions that it opens.</summary>
internal sealed class StaffSignIn(PlatformDb db, DbSession session, Passwords passwords, SessionCookies cookies, TimeProvider clock)
{
    public async Task<Result<StaffSessionOpened>> OpenAsync(OpenStaffSessionRequest request, HttpContext http, CancellationToken cancel)
    {
        var email = Staff.Fold(request.Email);
        var now = clock.GetUtcNow();
        // The try is counted before the password is looked at and whatever comes of it: a thousand parallel guesses are a thousand tries.
        var counted = await CountTryAsync(email, now, cancel);
        await session.CommitAsync(CancellationToken.None);
        var staff = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Email == email, cancel);
        var isRight = passwords.IsRight(staff?.PasswordHash, request.Password);
        if (staff is null || !counted || !isRight || !staff.IsActive) return SignInProblems.Refused;

        await session.ExecuteAsync($"update platform_staff set failed_tries = 0, locked_until = null where id = {staff.Id}", cancel);
        return await OpenAsync(staff, request.Bearer ? SessionKind.Bearer : SessionKind.Cookie, request.Label, http, cancel);
    }

    /// <summary>Opens a session for someone who proved who they are in another way: a one-time link, a demo link.</summary>
    public async Task<StaffSessionOpened> OpenAsync(Staff staff, SessionKind kind, string? label, HttpContext http, CancellationToken cancel)
    {
        var (token, now) = (Tokens.New(), clock.GetUtcNow());
        var opened = new StaffSession
        {
            Id = IId<SessionId>.New(),
            StaffId = staff.Id,
            TokenHash = Tokens.Hash(token),
            Kind = kind,
            Label = label,
            OpenedAt = now,
            LastSeenAt = now,
            ExpiresAt = SessionLookup.StaffUntil(kind, now),
        };
        db.StaffSessions.Add(opened);
        db.Publish(new StaffSignedIn(staff.Id, opened.Id));
        await db.SaveChangesAsync(cancel);
        if (kind == SessionKind.Cookie) cookies.Give(http, cookies.Staff, token, now + SessionLookup.Longest);
        return new StaffSessionOpened(opened.Id, staff.ToView(), opened.ExpiresAt, kind == SessionKind.Bearer ? token : null);
    }

    /// <summary>False while the account is locked. From the fifth try on each locks it for longer: 1, 2, 4 … 60 minutes.</summary>
    private async Task<bool> CountTryAsync(string email, DateTimeOffset now, CancellationToken cancel)
    {
        var counted = await session.ChangeAsync(
            $"""
            update platform_staff
               set failed_tries = failed_tries + 1,
                   locked_until = case when failed_tries < 4 then null
                                       when failed_tries < 10 then {now.UtcTicks} + {TimeSpan.TicksPerMinute} * (1 << cast(failed_tries - 4 as integer))
                                       else {now.UtcTicks} + {TimeSpan.TicksPerHour} end
             where email = {email} and (locked_until is null or locked_until <= {now})
            returning id, failed_tries, locked_until
            """,
            row => (Id: row.Id<StaffId>(0), Tries: row.GetInt64(1), Until: row.InstantOrNull(2)), cancel);
        if (counted is [{ Until: { } until } locked]) session.Publish(new StaffLockedOut(locked.Id, (int)locked.Tries, until));
        return counted.Count > 0;
    }
}
