using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Hilo.Journeys;

/// <summary>A journey through a real browser, on every database that is there.</summary>
/// <remarks>With <c>HILO_REQUIRE_ALL=1</c> a missing Chromium is a failure instead of a skip.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InABrowserAttribute : DataAttribute, ITraitAttribute
{
    /// <summary>For what the database cannot change: how a page looks.</summary>
    public bool OnOneDatabase { get; init; }

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Needs", "Browser")];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        TheoryDataRow<Database>[] rows = OnOneDatabase ? [new(Database.Sqlite)] : [new(Database.Sqlite), PostgresOnlyAttribute.Row()];
        if (Phone.Missing is { } why && Environment.GetEnvironmentVariable("HILO_REQUIRE_ALL") != "1")
            foreach (var row in rows) row.Skip ??= why;
        return new(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
