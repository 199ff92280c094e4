using System.Collections.Concurrent;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>How a file is to be taken.</summary>
/// <param name="Location">Where first stock goes; without it quantities are left out and told.</param>
/// <param name="OverwritesStock">Quantities of the file replace what is there, as adjustments.</param>
/// <param name="DecimalComma">How to read numbers; null decides from the file and refuses what stays ambiguous.</param>
public sealed record ImportOptions(string FileName, LocationId? Location = null, bool OverwritesStock = false, bool? DecimalComma = null);

/// <summary>Brings product files into the catalog, in chunks that each commit alone: a restart goes on behind the last one.</summary>
public sealed class CatalogImports(SessionScopes sessions, TimeProvider clock)
{
    private const int MostProblems = 2_000;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Chunks must leave the writers of orders their turn.
    private static readonly TimeSpan ChunkAim = TimeSpan.FromMilliseconds(120);

    private readonly Guid me = IId<ImportId>.New().Value;
    private readonly ConcurrentDictionary<ImportId, ImportFile> understood = new();
    private int chunkSize = 40;

    /// <summary>Keeps the file and queues it: the server brings it in within moments. Refused when it cannot be an import at all.</summary>
    public async Task<Result<ImportId>> QueueAsync(byte[] file, ImportOptions options, CancellationToken cancel)
    {
        var outcome = await sessions.RunAsync(new Facts(), (services, token) => QueueAsync(services.GetRequiredService<DbSession>(), file, options, null, token), cancel);
        return outcome;
    }

    /// <summary>Brings a whole file in and waits for it. Progress is told after every chunk.</summary>
    public async Task<Result<ImportView>> RunAsync(Stream file, ImportOptions options, IProgress<ImportView>? progress, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        var queued = await sessions.RunAsync(new Facts(), (services, token) => QueueAsync(services.GetRequiredService<DbSession>(), content.ToArray(), options, me, token), cancel);
        if (queued.Refused(out var problem, out var id)) return problem;
        while (await StepAsync(id, cancel))
            if (progress is not null) progress.Report(await ViewAsync(id, cancel));
        return await ViewAsync(id, cancel);
    }

    public Task<ImportView> ViewAsync(ImportId id, CancellationToken cancel) =>
        sessions.RunAsync(new Facts(), async (services, token) => (await ShowImports.FindAsync(services.GetRequiredService<CatalogDb>(), id, token))!, cancel);

    /// <param name="runner">Whoever brings it in at once; null leaves it to the sweeper.</param>
    internal async Task<Result<ImportId>> QueueAsync(DbSession session, byte[] file, ImportOptions options, Guid? runner, CancellationToken cancel)
    {
        if (ImportFile.Open(file).Refused(out var problem, out var opened)) return problem;
        var import = new Import
        {
            Id = IId<ImportId>.New(),
            FileName = options.FileName,
            Format = opened.Columns.Format,
            LocationId = options.Location,
            OverwritesStock = options.OverwritesStock,
            Decimals = options.DecimalComma switch { null => DecimalMark.Detect, true => DecimalMark.Comma, false => DecimalMark.Point },
            RowsTotal = opened.Rows.Count,
            StartedAt = clock.GetUtcNow(),
            Runner = runner,
            RunnerUntil = runner is null ? DateTimeOffset.MinValue : clock.GetUtcNow() + Lease,
        };
        await CatalogTables.Imports.InsertAsync(session, [import], cancel);
        await session.ExecuteAsync($"insert into catalog_import_files (import_id, content) values ({import.Id}, {file})", cancel);
        return import.Id;
    }

    /// <summary>The next import that nobody works on.</summary>
    internal Task<ImportId?> NextAsync(CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var now = clock.GetUtcNow();
        return await services.GetRequiredService<CatalogDb>().Imports.AsNoTracking()
            .Where(i => (i.State == ImportState.Queued || i.State == ImportState.Running) && (i.Runner == null || i.Runner == me || i.RunnerUntil < now))
            .OrderBy(i => i.StartedAt).Select(i => (ImportId?)i.Id).FirstOrDefaultAsync(token);
    }, cancel);

    /// <summary>One chunk. False when there is nothing left to do, or somebody else does it.</summary>
    internal async Task<bool> StepAsync(ImportId id, CancellationToken cancel)
    {
        if (await FileAsync(id, cancel) is not { } file) return false;
        var started = clock.GetTimestamp();
        var goesOn = await sessions.RunAsync(new Facts { Actor = "system" }, (services, token) => StepAsync(services, id, file, token), cancel);
        var took = clock.GetElapsedTime(started);
        chunkSize = Math.Clamp((int)(chunkSize * (ChunkAim / Max(took, TimeSpan.FromMilliseconds(1)))), Math.Max(10, chunkSize / 2), Math.Min(1_000, chunkSize * 2));
        if (!goesOn) understood.TryRemove(id, out _);
        return goesOn;
    }

    internal Task FailAsync(ImportId id, CancellationToken cancel) => sessions.RunAsync(new Facts(), (services, token) => services.GetRequiredService<DbSession>().ExecuteAsync($"""
        update catalog_imports set state = {ImportState.Failed}, finished_at = {clock.GetUtcNow()}, error = 'server.failed' where id = {id} and state in ('queued', 'running')
        """, token), cancel);

    private async Task<bool> StepAsync(IServiceProvider services, ImportId id, ImportFile file, CancellationToken cancel)
    {
        var (session, db) = (services.GetRequiredService<DbSession>(), services.GetRequiredService<CatalogDb>());
        await CatalogTurn.TakeAsync(session, cancel);
        var now = clock.GetUtcNow();
        // Read under the turn: whoever had it before has committed its chunk.
        var import = await db.Imports.AsNoTracking().FirstAsync(i => i.Id == id, cancel);
        if (import.State is not (ImportState.Queued or ImportState.Running) || (import.Runner is { } other && other != me && import.RunnerUntil >= now)) return false;

        IReadOnlyList<RowProblem> told = import.State == ImportState.Queued ? [.. file.Problems, .. LocationMissing(import, file)] : [];
        var chunk = file.Groups.Skip(import.GroupsDone).Take(chunkSize).ToList();
        var found = await services.GetRequiredService<ImportChunk>().WriteAsync(import, chunk, cancel);
        (import.State, import.Runner, import.RunnerUntil) = (ImportState.Running, me, now + Lease);
        import.GroupsDone += chunk.Count;
        import.RowsRead += chunk.Sum(g => g.Lines);
        import.RowsRejected += told.Concat(found).Where(p => !p.IsWarning).Select(p => p.Line).Distinct().Count();
        await TellAsync(session, db, id, [.. told, .. found], cancel);
        var isOver = import.GroupsDone >= file.Groups.Count;
        if (isOver)
        {
            (import.State, import.FinishedAt, import.RowsRead) = (ImportState.Finished, now, import.RowsTotal ?? import.RowsRead);
            session.Publish(new ImportFinished(
                id, import.ProductsCreated, import.ProductsUpdated, import.VariantsUnchanged, import.RowsRejected));
        }
        await CatalogTables.Imports.UpdateAsync(session, [import], cancel);
        return !isOver;
    }

    /// <summary>Said once: every row would say the same.</summary>
    private static IEnumerable<RowProblem> LocationMissing(Import import, ImportFile file) =>
        import.LocationId is null && file.Groups.SelectMany(g => g.Rows).FirstOrDefault(r => r.Stock?.IsPositive == true) is { } first
            ? [new RowProblem(first.Line, null, first.Stock.ToString(), "stock.no_location", true)]
            : [];

    private static async Task TellAsync(DbSession session, CatalogDb db, ImportId id, List<RowProblem> problems, CancellationToken cancel)
    {
        if (problems.Count == 0) return;
        var before = await db.ImportProblems.CountAsync(p => p.ImportId == id, cancel);
        var room = Math.Max(0, MostProblems - before);
        await CatalogTables.ImportProblems.InsertAsync(session, [.. problems.OrderBy(p => p.Line).Take(room).Select((p, i) =>
            new ImportProblemRow(id, before + i, p.Line, p.Column, p.Value, p.Code, CatalogJson.Write(p.Facts), p.IsWarning))], cancel);
    }

    private async Task<ImportFile?> FileAsync(ImportId id, CancellationToken cancel)
    {
        if (understood.TryGetValue(id, out var known)) return known;
        var file = await sessions.RunAsync(new Facts(), async (services, token) =>
        {
            var content = (await services.GetRequiredService<DbSession>().QueryAsync(
                $"select content from catalog_import_files where import_id = {id}", row => row.GetFieldValue<byte[]>(0), token)).SingleOrDefault();
            var import = await services.GetRequiredService<CatalogDb>().Imports.AsNoTracking().FirstAsync(i => i.Id == id, token);
            var list = await services.GetRequiredService<PriceBook>().DefaultAsync(token);
            // It was read once already when it was queued.
            return content is null || ImportFile.Read(content, list.Currency, import.Decimals).Refused(out _, out var read) ? null : read;
        }, cancel);
        if (file is not null) understood[id] = file;
        return file;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
