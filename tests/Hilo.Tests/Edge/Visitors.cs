using Hilo.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests;

/// <summary>People who are signed in at a server: what they send with each call.</summary>
internal sealed class Visitors(IServiceProvider server)
{
    public const string Password = "una clave larga";
    private static readonly string Hash = new Passwords().Hash(Password);

    /// <summary>Somebody who works here, with <see cref="Password"/>.</summary>
    public async Task<StaffId> HasStaffAsync(string email, StaffRole role, IReadOnlyList<LocationId>? locations = null)
    {
        var person = new Staff
        {
            Id = IId<StaffId>.New(),
            Email = Staff.Fold(email),
            Name = "Ana",
            Role = role,
            Locations = locations,
            PasswordHash = Hash,
            JoinedAt = server.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        await DoAsync(async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            db.Staff.Add(person);
            await db.SaveChangesAsync();
        });
        return person.Id;
    }

    /// <summary>The <c>Authorization</c> header of a new member of staff.</summary>
    public async Task<string> StaffAsync(StaffRole role, IReadOnlyList<LocationId>? locations = null)
    {
        var id = await HasStaffAsync($"{IId<StaffId>.New()}@hilo.test", role, locations);
        var token = "";
        await DoAsync(async services =>
        {
            var person = await services.GetRequiredService<PlatformDb>().Staff.FindAsync(id);
            token = (await services.GetRequiredService<StaffSignIn>().OpenAsync(person!, SessionKind.Bearer, null, new DefaultHttpContext(), CancellationToken.None)).Token!;
        });
        return $"Bearer {token}";
    }

    /// <summary>The <c>Cookie</c> header of a shopper.</summary>
    public async Task<string> ShopperAsync(CustomerId customer)
    {
        var http = new DefaultHttpContext();
        await DoAsync(services => services.GetRequiredService<ShopperTickets>().IssueAsync(customer, http, CancellationToken.None));
        return http.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    private Task DoAsync(Func<IServiceProvider, Task> work) =>
        server.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, _) => work(services), CancellationToken.None);
}
