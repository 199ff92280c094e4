using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>Signing in, seeing one's own sessions, closing them.</summary>
internal static class StaffSessions
{
    public static void Map(RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/staff/sessions").WithTags("Staff");
        sessions.MapPost("", OpenAsync).AllowAnyone().LimitAttempts().NeverReplayed()
            .WithSummary("Sign in with e-mail and password: a cookie for a browser, a token for an integration.");
        sessions.MapGet("", ListAsync).RequireStaff().WithSummary("One's own open sessions; with staff those of somebody else, which needs staff.manage.");
        sessions.MapDelete("/current", SignOutAsync).RequireStaff().WithSummary("Sign out.");
        sessions.MapDelete("/{id}", CloseAsync).RequireStaff().WithSummary("Close one of one's own sessions; those of others need staff.manage.");
    }

    private static async Task<Results<Created<StaffSessionOpened>, ProblemHttpResult>> OpenAsync(
        OpenStaffSessionRequest request, StaffSignIn signIn, HttpContext http, CancellationToken cancel)
    {
        if ((await signIn.OpenAsync(request, http, cancel)).Refused(out var problem, out var opened)) return problem.ToHttp();
        return TypedResults.Created($"/api/v1/staff/sessions/{opened.Id}", opened);
    }

    private static async Task<Results<Ok<PageOf<StaffSessionView>>, ProblemHttpResult>> ListAsync(
        [FromQuery(Name = "staff")] StaffId? other, CurrentStaff staff, HttpContext http, PlatformDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (other is { } somebody && somebody != staff.Id && !staff.May(Permissions.StaffManage)) return EdgeProblems.NotPermitted.ToHttp();
        var (now, current, whose) = (clock.GetUtcNow(), CurrentOf(http), other ?? staff.Id);
        var open = await db.StaffSessions.AsNoTracking().Where(s => s.StaffId == whose && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt).Take(200).ToListAsync(cancel);
        return TypedResults.Ok(new PageOf<StaffSessionView>(
            [.. open.Select(s => new StaffSessionView(s.Id, Words.Of(s.Kind), s.Label, s.OpenedAt, s.LastSeenAt, s.ExpiresAt, s.Id == current))], null));
    }

    private static async Task<NoContent> SignOutAsync(HttpContext http, SessionCookies cookies, DbSession session, CancellationToken cancel)
    {
        await session.ExecuteAsync($"delete from platform_staff_sessions where id = {CurrentOf(http)}", cancel);
        cookies.Take(http, cookies.Staff);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, NotFound>> CloseAsync(SessionId id, CurrentStaff staff, PlatformDb db, CancellationToken cancel)
    {
        var mayCloseAny = staff.May(Permissions.StaffManage);
        if (await db.StaffSessions.SingleOrDefaultAsync(s => s.Id == id && (mayCloseAny || s.StaffId == staff.Id), cancel) is not { } open) return TypedResults.NotFound();
        db.Remove(open);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static SessionId CurrentOf(HttpContext http) => SessionId.From(Guid.Parse(
        http.User.Identities.First(i => i.HasClaim(c => c.Type == HiloClaims.StaffId)).FindFirst(HiloClaims.SessionId)!.Value));
}
