using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>The keys under which exports of one issuer are sent, whatever their series: each is taken in the transaction that freezes a payload, and never again.</summary>
internal static class AbroadIds
{
    /// <summary>The agency told its last one; a counter that is ahead of it stays.</summary>
    public static Task SawAsync(DbSession session, Series series, long last, CancellationToken cancel) => session.ExecuteAsync(
        $"""
        insert into invoicing_abroad_ids (scope, last_id) values ({ScopeOf(series)}, {last})
        on conflict (scope) do update set last_id = case when excluded.last_id > invoicing_abroad_ids.last_id then excluded.last_id else invoicing_abroad_ids.last_id end
        """, cancel);

    public static async Task<long> TakeAsync(DbSession session, Series series, CancellationToken cancel) => (await session.ChangeAsync(
        $"update invoicing_abroad_ids set last_id = last_id + 1 where scope = {ScopeOf(series)} returning last_id", row => row.GetInt64(0), cancel))[0];

    private static string ScopeOf(Series series) => $"{Words.Of(series.Environment)}|{series.Cuit}";
}
