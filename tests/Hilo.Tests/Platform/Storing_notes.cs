using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Platform;

public class Storing_notes : StorageCompliance
{
    protected override void Modules(IServiceCollection services) => services.AddNotes();

    [Theory, EveryDatabase]
    public async Task The_comparison_finds_every_kind_of_difference(Database database)
    {
        await using var node = await Node.OnAsync(database, Modules);
        await ChangeAsync(node, "alter table notes_notes drop column reference");
        await ChangeAsync(node, "alter table notes_notes drop column tare");
        await ChangeAsync(node, "alter table notes_notes add column tare text");
        await ChangeAsync(node, "alter table notes_notes drop column location_id");
        await ChangeAsync(node, "create table stray (id bigint)");
        if (database.Dialect == Dialect.Postgres)
        {
            await ChangeAsync(node, "alter table notes_notes alter column before set not null");
            await ChangeAsync(node, "alter table notes_notes add column surprise bigint not null");
        }

        var found = await DifferencesAsync(node);

        Assert.Contains("notes_notes.reference is mapped and not migrated", found);
        Assert.Contains("notes_notes.location_id is mapped and not migrated", found);
        Assert.Contains(found, f => f.StartsWith("notes_notes.tare is mapped as ", StringComparison.Ordinal) && f.EndsWith("and migrated as text", StringComparison.Ordinal));
        Assert.Contains("stray carries no capability's prefix", found);
        if (database.Dialect == Dialect.Sqlite) return;
        Assert.Contains("notes_notes.before may be null on one side only", found);
        Assert.Contains("notes_notes.surprise is required by the database and not mapped", found);
    }

    private static Task ChangeAsync(Node node, string sql) =>
        node.DoAsync(s => s.GetRequiredService<DbSession>().ExecuteAsync($"{sql:raw}", CancellationToken.None));
}
