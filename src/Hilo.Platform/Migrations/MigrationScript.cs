using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Hilo.Platform;

/// <summary>One numbered script: <c>0003_pickups.sql</c>, or a <c>.postgres.sql</c> and a <c>.sqlite.sql</c> where the dialects differ.</summary>
/// <remarks>A shared script speaks PostgreSQL's type words; for SQLite <c>uuid</c> and <c>bytea</c> become <c>blob</c>, <c>boolean</c> and <c>bigint</c> become <c>integer</c>.</remarks>
internal sealed partial record MigrationScript(string Module, string Name, string Sql)
{
    /// <summary>Line endings do not count: a checkout on another system is the same script.</summary>
    public byte[] Checksum => SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n")));

    public static IReadOnlyList<MigrationScript> Of(MigrationSource source, Dialect dialect)
    {
        var found = new SortedDictionary<string, MigrationScript>(StringComparer.Ordinal);
        foreach (var resource in source.Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (ResourceName().Match(resource) is not { Success: true } match) continue;
            var (name, only) = (match.Groups["name"].Value, match.Groups["dialect"].Value);
            if (only.Length > 0 && only != Words.Of(dialect)) continue;
            using var reader = new StreamReader(source.Assembly.GetManifestResourceStream(resource)!);
            var sql = reader.ReadToEnd();
            if (only.Length == 0 && dialect == Dialect.Sqlite) sql = ForSqlite(sql);
            if (!found.TryAdd(name, new MigrationScript(source.Module, name, sql)))
                throw new InvalidOperationException($"{source.Module}: {name} exists both for one dialect and for all.");
        }
        var numbers = found.Keys.Select(name => name[..4]).ToList();
        if (numbers.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidOperationException($"{source.Module}: two migrations are numbered {twice.Key}.");
        return [.. found.Values];
    }

    private static string ForSqlite(string sql) => TypeWord().Replace(sql, word => word.Value switch
    {
        "uuid" or "bytea" => "blob",
        _ => "integer",
    });

    [GeneratedRegex(@"\.Migrations\.(?<name>\d{4}_[a-z0-9_]+)(\.(?<dialect>postgres|sqlite))?\.sql$", RegexOptions.ExplicitCapture)]
    private static partial Regex ResourceName();

    [GeneratedRegex(@"\b(uuid|bytea|boolean|bigint)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeWord();
}
