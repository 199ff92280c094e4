using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Platform;

public class Migrating
{
    [Theory, EveryDatabase]
    public async Task Applies_each_script_once_however_many_nodes_start_together(Database database)
    {
        var connectionString = await database.EmptyAsync();
        var nodes = Enumerable.Range(0, database.Dialect == Dialect.Postgres ? 10 : 3)
            .Select(_ => new Node(connectionString, s => s.AddNotes())).ToList();

        var applied = await Task.WhenAll(nodes.Select(n => n.Services.GetRequiredService<Migrations>().ApplyAsync(CancellationToken.None)));

        Assert.Single(applied, count => count > 0);
        Assert.Contains("platform/0001_events", await NamesAsync(nodes[0]));
        Assert.Contains("notes/0001_notes", await NamesAsync(nodes[0]));
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Theory, EveryDatabase]
    public async Task Stops_at_a_script_that_was_changed_and_names_it(Database database)
    {
        await using var node = await Node.OnAsync(database, s => s.AddNotes());
        await node.DoAsync(s => s.GetRequiredService<DbSession>().ExecuteAsync($"update platform_migrations set checksum = 'other' where module = 'notes'", CancellationToken.None));

        var stop = await Assert.ThrowsAsync<MigrationException>(() => node.Services.GetRequiredService<Migrations>().ApplyAsync(CancellationToken.None));

        Assert.StartsWith("Migration notes/0001_notes was changed", stop.Message);
    }

    private static Task<List<string>> NamesAsync(Node node) =>
        node.QueryAsync($"select module || '/' || name from platform_migrations", r => r.GetString(0));
}
