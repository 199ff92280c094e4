using Hilo.Insights;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Edge;

public class Watching_invariants
{
    [Theory, EveryDatabase]
    public async Task Names_what_is_broken_first_and_counts_what_cannot_be_asked(Database database)
    {
        await using var server = await EdgeServer.OpenAsync(database: database, build: builder => builder.Services
            .AddInvariant("Every staff member has a name", s => $"select email from platform_staff where name = ''")
            .AddInvariant("Nobody is called Ana", s => $"select email from platform_staff where name = {"Ana"}")
            .AddInvariant("Cannot be asked", s => $"select nothing from nowhere"));
        await server.HasStaffAsync("ana@hilo.test", StaffRole.Store);

        var report = await server.Services.GetRequiredService<InvariantRun>().RunAsync(CancellationToken.None);

        Assert.False(report.AllHold);
        Assert.Equal(["Cannot be asked", "Nobody is called Ana", "Every staff member has a name"], report.Invariants.Select(i => i.Name));
        Assert.Equal(["ana@hilo.test"], report.Invariants[1].Violations);
        Assert.StartsWith("could not be checked", Assert.Single(report.Invariants[0].Violations), StringComparison.Ordinal);
        var seen = await (await server.SignedInAsync(StaffRole.Office)).GetAsync<InvariantReport>("/api/v1/invariants");
        Assert.Equal(3, seen.Invariants.Count);
    }
}
