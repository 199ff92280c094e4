using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests;

/// <summary>What every capability's storage must pass, on every database: inherit it and name the modules.</summary>
public abstract class StorageCompliance
{
    protected abstract void Modules(IServiceCollection services);

    [Theory, EveryDatabase]
    public async Task Storage_matches_its_migrations(Database database)
    {
        await using var node = await Node.OnAsync(database, Modules);
        Assert.Empty(await DifferencesAsync(node));
    }

    /// <summary>Every way in which the mapping of the node's modules and its migrated database disagree, in words.</summary>
    internal static async Task<IReadOnlyList<string>> DifferencesAsync(Node node)
    {
        var found = new List<string>();
        var stored = (await ColumnsAsync(node)).ToLookup(c => c.Table);
        var modules = node.Services.GetServices<ModuleStorage>().ToList();
        foreach (var module in modules)
        {
            var mapped = await node.DoAsync(services => Task.FromResult(Mapped((DbContext)services.GetRequiredService(module.Context))));
            foreach (var table in mapped)
            {
                if (!table.Key.StartsWith(module.TablePrefix + "_", StringComparison.Ordinal)) found.Add($"{table.Key} does not start with {module.TablePrefix}_");
                if (!stored.Contains(table.Key)) found.Add($"{table.Key} is mapped and not migrated");
                else found.AddRange(Compare([.. table], [.. stored[table.Key]]));
            }
        }
        var prefixes = modules.Select(m => m.TablePrefix + "_").Append("platform_").ToList();
        found.AddRange(stored.Select(t => t.Key).Where(t => t != "events" && !prefixes.Exists(p => t.StartsWith(p, StringComparison.Ordinal)))
            .Select(t => $"{t} carries no capability's prefix"));
        return found;
    }

    private static IEnumerable<string> Compare(List<Column> mapped, List<Column> stored)
    {
        foreach (var column in mapped)
        {
            if (stored.Find(s => s.Name == column.Name) is not { } other) yield return $"{column} is mapped and not migrated";
            else if (other.Type != column.Type) yield return $"{column} is mapped as {column.Type} and migrated as {other.Type}";
            else if (other.IsNullable != column.IsNullable) yield return $"{column} may be null on one side only";
            else if (other.IsKey != column.IsKey) yield return $"{column} is part of the key on one side only";
        }
        foreach (var column in stored.Where(s => !s.IsNullable && !s.HasDefault && !mapped.Exists(m => m.Name == s.Name)))
            yield return $"{column} is required by the database and not mapped";
    }

    private static ILookup<string, Column> Mapped(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
        .SelectMany(t => t.Columns.Select(c => new Column(t.Name, c.Name, c.StoreType.ToLowerInvariant(), c.IsNullable,
            t.PrimaryKey?.Columns.Contains(c) == true, HasDefault: false)))
        .ToLookup(c => c.Table);

    private static Task<List<Column>> ColumnsAsync(Node node) => node.Database.Dialect == Dialect.Postgres
        ? node.QueryAsync($"""
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.atthasdef or a.attidentity <> '' or a.attgenerated <> '',
                   coalesce(a.attnum = any(i.indkey), false)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
              left join pg_index i on i.indrelid = c.oid and i.indisprimary
             where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
            """, r => new Column(r.GetString(0), r.GetString(1), r.GetString(2), !r.GetBoolean(3), r.GetBoolean(5), r.GetBoolean(4)))
        : node.QueryAsync($"""
            select t.name, c.name, c.type, c."notnull", c.dflt_value is not null or (t.sql like '%autoincrement%' and c.pk > 0), c.pk
              from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%'
            """, r => new Column(r.GetString(0), r.GetString(1), OneInteger(r.GetString(2)), r.GetInt64(3) == 0 && r.GetInt64(5) == 0, r.GetInt64(5) > 0, r.GetInt64(4) != 0));

    // SQLite knows one integer by many names.
    private static string OneInteger(string type) => type.Contains("int", StringComparison.OrdinalIgnoreCase) ? "integer" : type.ToLowerInvariant();

    private sealed record Column(string Table, string Name, string Type, bool IsNullable, bool IsKey, bool HasDefault)
    {
        public override string ToString() => $"{Table}.{Name}";
    }
}
