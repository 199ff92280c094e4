using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Hilo.Tests;

/// <summary>Runs a theory on SQLite, always, and on PostgreSQL, when there is one: <c>HILO_TEST_POSTGRES</c> or Debian's binaries.</summary>
/// <remarks>With <c>HILO_REQUIRE_ALL=1</c> a missing PostgreSQL is a failure instead of a skip.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Needs", "Database")];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<Database>(Database.Sqlite), PostgresOnlyAttribute.Row()]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A story that only several nodes on PostgreSQL can tell.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresOnlyAttribute : DataAttribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Needs", "Database")];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new([Row()]);

    public override bool SupportsDiscoveryEnumeration() => true;

    internal static TheoryDataRow<Database> Row() => new(Database.Postgres)
    {
        Skip = PostgresCluster.Missing is { } why && Environment.GetEnvironmentVariable("HILO_REQUIRE_ALL") != "1" ? why : null,
    };
}
