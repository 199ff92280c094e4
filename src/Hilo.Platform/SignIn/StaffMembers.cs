using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>The people who work here.</summary>
internal static class StaffMembers
{
    public static void Map(RouteGroupBuilder api)
    {
        var staff = api.MapGroup("/staff").WithTags("Staff");
        staff.MapGet("/me", MeAsync).RequireStaff().WithSummary("Who is signed in.");
        staff.MapGet("", ListAsync).RequirePermission(Permissions.StaffManage).WithSummary("Everyone, by name.");
        staff.MapPost("", AddAsync).RequirePermission(Permissions.StaffManage).RequireIdempotencyKey()
            .WithSummary("Add a person: with a first password, or with a link to set one.");
        staff.MapPut("/{id}", ChangeAsync).RequirePermission(Permissions.StaffManage).RequireIdempotencyKey()
            .WithSummary("Change name, role, locations, or close the account. Needs If-Match.");
    }

    private static async Task<Results<Ok<StaffView>, NotFound>> MeAsync(CurrentStaff staff, PlatformDb db, CancellationToken cancel) =>
        await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == staff.Id, cancel) is { } me ? TypedResults.Ok(me.ToView()) : TypedResults.NotFound();

    private static async Task<Ok<PageOf<StaffView>>> ListAsync(PlatformDb db, CancellationToken cancel)
    {
        var everyone = await db.Staff.AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(cancel);
        return TypedResults.Ok(new PageOf<StaffView>([.. everyone.Select(s => s.ToView())], null, everyone.Count));
    }

    private static async Task<Results<Created<StaffAdded>, ProblemHttpResult>> AddAsync(
        AddStaffRequest request, PlatformDb db, Passwords passwords, TimeProvider clock, CancellationToken cancel)
    {
        var email = Staff.Fold(request.Email);
        if (await db.Staff.AnyAsync(s => s.Email == email, cancel)) return SignInProblems.EmailTaken.ToHttp();
        var person = new Staff
        {
            Id = IId<StaffId>.New(),
            Email = email,
            Name = request.Name,
            Role = request.Role,
            Locations = request.Locations,
            PasswordHash = request.Password is { } password ? passwords.Hash(password) : null,
            JoinedAt = clock.GetUtcNow(),
        };
        string? path = null;
        if (request.Password is null)
        {
            var token = Tokens.New();
            db.PasswordLinks.Add(new PasswordLink { TokenHash = Tokens.Hash(token), StaffId = person.Id, ExpiresAt = clock.GetUtcNow().AddDays(3) });
            path = $"/setup/{token}";
        }
        db.Staff.Add(person);
        db.Publish(new StaffJoined(person.Id, person.Role));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/v1/staff/{person.Id}", new StaffAdded(person.ToView(), path));
    }

    private static async Task<Results<Ok<StaffView>, NotFound, ProblemHttpResult>> ChangeAsync(
        StaffId id, ChangeStaffRequest request, HttpContext http, PlatformDb db, DbSession session, CancellationToken cancel)
    {
        var staysOwner = request is { Role: StaffRole.Owner, IsActive: true };
        // Takes the owners' rows, so that two of them cannot step down at the same moment.
        if (!staysOwner) await session.ExecuteAsync($"update platform_staff set version = version where role = {StaffRole.Owner}", cancel);
        if (await db.Staff.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } person) return TypedResults.NotFound();
        if (http.RefusedEditOf(person.Version) is { } stale) return stale.ToHttp();
        if (!staysOwner && !await db.Staff.AnyAsync(s => s.Id != id && s.Role == StaffRole.Owner && s.IsActive, cancel)) return SignInProblems.LastOwner.ToHttp();
        db.Publish(person.Change(request.Name, request.Role, request.IsActive, request.Locations));
        await db.SaveChangesAsync(cancel);
        if (!request.IsActive) await session.ExecuteAsync($"delete from platform_staff_sessions where staff_id = {id}", cancel);
        http.ShowVersion(person.Version);
        return TypedResults.Ok(person.ToView());
    }
}
