using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>Links of a demo that sign in with one click. They exist only in a process that was started as a demo.</summary>
public sealed class DemoSignIn
{
    private const string Scope = "demo-sign-in";
    private readonly SignedLinks links;
    private readonly SessionScopes scopes;
    private readonly TimeProvider clock;

    internal DemoSignIn(SignedLinks links, SessionScopes scopes, TimeProvider clock) => (this.links, this.scopes, this.clock) = (links, scopes, clock);

    /// <summary>The path that signs this person in, as often as it is clicked; the person is added when missing.</summary>
    /// <param name="then">Where the browser goes next: a path of this server.</param>
    public Task<string> LinkAsync(string email, string name, StaffRole role, string then, IReadOnlyList<LocationId>? locations = null, CancellationToken cancel = default) =>
        scopes.RunAsync(new Facts(), async (services, token) =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            var folded = Staff.Fold(email);
            var person = await db.Staff.SingleOrDefaultAsync(s => s.Email == folded, token);
            if (person is null)
            {
                person = new Staff { Id = IId<StaffId>.New(), Email = folded, Name = name, Role = role, Locations = locations, JoinedAt = clock.GetUtcNow() };
                db.Staff.Add(person);
                db.Publish(new StaffJoined(person.Id, role));
                await db.SaveChangesAsync(token);
            }
            return $"/demo/{links.Make(Scope, person.Id.Value, clock.GetUtcNow().AddDays(7))}?then={Uri.EscapeDataString(then)}";
        }, cancel);

    /// <summary>After the business clock was moved: it was not the people at the desks who waited so long, so their sessions move with it.</summary>
    public Task StaySignedInAsync(TimeSpan moved, CancellationToken cancel = default) => scopes.RunAsync(new Facts(), (services, token) =>
        services.GetRequiredService<DbSession>().ExecuteAsync(
            $"update platform_staff_sessions set last_seen_at = last_seen_at + {moved.Ticks}, expires_at = expires_at + {moved.Ticks} where expires_at > {clock.GetUtcNow() - moved}", token), cancel);

    /// <summary>Maps the links. Called only under <c>--demo</c>.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/demo/{token}", UseAsync).AllowAnyone().ExcludeFromDescription();

    private static async Task<IResult> UseAsync(string token, string? then, SignedLinks links, IServiceProvider services, HttpContext http, CancellationToken cancel)
    {
        if (!links.Check(Scope, token, out var id)) return EdgeProblems.NotFound.ToHttp();
        var db = services.GetRequiredService<PlatformDb>();
        if (await db.Staff.SingleOrDefaultAsync(s => s.Id == StaffId.From(id) && s.IsActive, cancel) is not { } person) return EdgeProblems.NotFound.ToHttp();
        await services.GetRequiredService<StaffSignIn>().OpenAsync(person, SessionKind.Cookie, "demo", http, cancel);
        await db.Session.CommitAsync(cancel);
        return Results.LocalRedirect(then is ['/', not '/' and not '\\', ..] ? then : "/");
    }
}
