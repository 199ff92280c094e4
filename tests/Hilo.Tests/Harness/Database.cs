using Hilo.Platform;
using Hilo.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace Hilo.Tests;

/// <summary>The database that a theory runs on. Ask it for a fresh one per test.</summary>
public sealed class Database : IXunitSerializable
{
    public static readonly Database Sqlite = new() { Dialect = Dialect.Sqlite };
    public static readonly Database Postgres = new() { Dialect = Dialect.Postgres };

    private static readonly Lazy<MigrationSource[]> WholeProgram = new(OfTheProgram);

    public Dialect Dialect { get; private set; }

    /// <summary>An empty database. Answers its connection string.</summary>
    public Task<string> EmptyAsync() => Dialect == Dialect.Sqlite ? Task.FromResult(SqliteFiles.New()) : PostgresCluster.EmptyAsync();

    /// <summary>A database in which the migrations of these modules have run, copied from a template. Answers its connection string.</summary>
    public Task<string> FreshAsync(Action<IServiceCollection> modules)
    {
        var services = new ServiceCollection();
        services.AddHiloStorage("Data Source=unused");
        modules(services);
        return Templates.CopyAsync(this, SourcesIn(services));
    }

    /// <summary>A database in which every migration of the program has run. Answers its connection string.</summary>
    public Task<string> WholeAsync() => Templates.CopyAsync(this, WholeProgram.Value);

    private static MigrationSource[] OfTheProgram()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Hilo:Data", Path.GetTempPath())]);
        return SourcesIn(builder.AddHilo().Services);
    }

    private static MigrationSource[] SourcesIn(IServiceCollection services) => [.. services.Select(s => s.ImplementationInstance).OfType<MigrationSource>()];

    public void Deserialize(IXunitSerializationInfo info) => Dialect = info.GetValue<Dialect>("dialect");

    public void Serialize(IXunitSerializationInfo info) => info.AddValue("dialect", Dialect);

    public override string ToString() => Dialect.ToString();
}
