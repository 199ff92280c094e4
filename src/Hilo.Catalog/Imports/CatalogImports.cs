using System.Collections.Concurrent;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>How a file is to be taken.</summary>
/// <param name="Location">Where first stock goes; without it quantities are left out and told.</param>
/// <param name="OverwritesStock">Quantities of the file replace what is there, as adjustments.</param>
/// <param name="DecimalComma">How to read numbers; null decides from the file and refuses what stays ambiguous.</param>
/// <param name="IsDryRun">Tells what would happen and changes nothing.</param>
public sealed record ImportOptions(string FileName, LocationId? Location = null, bool OverwritesStock = false, bool? DecimalComma = null, bool IsDryRun = false);

/// <summary>Brings product files into the catalog, in chunks that each commit alone: a restart goes on behind the last one.</summary>
public sealed class CatalogImports(SessionScopes sessions, TimeProvider clock) : IDisposable
{
    internal const int MostProblems = 10_000;

    // Only spares work that another node does already: whoever writes a chunk has read where the import stands under the turn.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    // Chunks must leave the writers of orders their turn.
    private static readonly TimeSpan ChunkAim = TimeSpan.FromMilliseconds(120);

    private readonly Guid me = IId<ImportId>.New().Value;
    private readonly ConcurrentDictionary<ImportId, ImportPart> atHand = new();
    private readonly SemaphoreSlim expected = new(0);
    private int chunkSize = 100;

    /// <summary>Keeps the file and queues it: the server brings it in within moments. Refused when it cannot be an import at all.</summary>
    /// <param name="file">Read more than once: it must be able to go back.</param>
    public async Task<Result<ImportId>> QueueAsync(Stream file, ImportOptions options, CancellationToken cancel)
    {
        var outcome = await sessions.RunAsync(new Facts(), (services, token) => QueueAsync(services.GetRequiredService<DbSession>(), file, options, null, token), cancel);
        Expect();
        return outcome;
    }

    /// <summary>Brings a whole file in and waits for it. Progress is told after every chunk.</summary>
    public async Task<Result<ImportView>> RunAsync(Stream file, ImportOptions options, IProgress<ImportView>? progress, CancellationToken cancel)
    {
        var taken = await sessions.RunAsync(new Facts(), (services, token) => QueueAsync(services.GetRequiredService<DbSession>(), file, options, me, token), cancel);
        if (taken.Refused(out var problem, out var id)) return problem;
        while (await StepAsync(id, cancel))
            if (progress is not null) progress.Report(await ViewAsync(id, cancel));
        return await ViewAsync(id, cancel);
    }

    public Task<ImportView> ViewAsync(ImportId id, CancellationToken cancel) =>
        sessions.RunAsync(new Facts(), async (services, token) => (await ShowImports.FindAsync(services.GetRequiredService<CatalogDb>(), id, clock.GetUtcNow(), token))!, cancel);

    /// <summary>Parts of the file are stored one by one before the import is: nobody waits for a writer that stores a long file.</summary>
    /// <param name="runner">Whoever brings it in at once; null leaves it to the background.</param>
    internal async Task<Result<ImportId>> QueueAsync(DbSession session, Stream file, ImportOptions options, Guid? runner, CancellationToken cancel)
    {
        var (id, parts) = (IId<ImportId>.New(), 0);
        var decimals = options.DecimalComma switch { null => DecimalMark.Detect, true => DecimalMark.Comma, false => DecimalMark.Point };
        if ((await ImportScan.RunAsync(file, decimals, part => KeepAsync(id, parts++, part, cancel), cancel)).Refused(out var problem, out var scan))
        {
            if (parts > 0) await ForgetAsync(id, cancel);
            return problem;
        }
        var import = new Import
        {
            Id = id,
            FileName = Fold.Cut(options.FileName, 200),
            Format = scan.Columns.Format,
            ColumnNames = scan.Columns.Names,
            LocationId = options.Location,
            OverwritesStock = options.OverwritesStock,
            IsDryRun = options.IsDryRun,
            Decimals = decimals,
            Mark = scan.Mark,
            RowsTotal = scan.Rows,
            StartedAt = clock.GetUtcNow(),
            Runner = runner,
            RunnerUntil = runner is null ? DateTimeOffset.MinValue : clock.GetUtcNow() + Lease,
        };
        await CatalogTables.Imports.InsertAsync(session, [import], cancel);
        return id;
    }

    /// <summary>There is a new import: nobody waits for the next look.</summary>
    internal void Expect() => expected.Release();

    /// <summary>Until there is a new import in this process, or for so long.</summary>
    internal Task ExpectedAsync(TimeSpan longest, CancellationToken cancel) => expected.WaitAsync(longest, cancel);

    /// <summary>The next import that nobody works on.</summary>
    internal Task<ImportId?> NextAsync(CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var now = clock.GetUtcNow();
        return await services.GetRequiredService<CatalogDb>().Imports.AsNoTracking()
            .Where(i => (i.State == ImportState.Queued || i.State == ImportState.Running) && (i.Runner == null || i.Runner == me || i.RunnerUntil < now))
            .OrderBy(i => i.StartedAt).Select(i => (ImportId?)i.Id).FirstOrDefaultAsync(token);
    }, cancel);

    /// <summary>One chunk. False when there is nothing left to do, or somebody else does it.</summary>
    /// <exception cref="Exception">The database is away: the same chunk is tried again later.</exception>
    internal async Task<bool> StepAsync(ImportId id, CancellationToken cancel)
    {
        var size = chunkSize;
        while (true)
        {
            try
            {
                var started = clock.GetTimestamp();
                var goesOn = await TryAsync(id, size, cancel);
                var took = clock.GetElapsedTime(started);
                if (size == chunkSize) chunkSize = Math.Clamp((int)(chunkSize * (ChunkAim / Max(took, TimeSpan.FromMilliseconds(1)))), Math.Max(10, chunkSize / 2), Math.Min(1_000, chunkSize * 2));
                if (!goesOn) atHand.TryRemove(id, out _);
                return goesOn;
            }
            catch (Exception e) when (size > 0 && !Passing.Is(e))
            {
                // One product that nobody foresaw must not stop the others: halves, until it stands alone and is left out.
                size /= 2;
            }
        }
    }

    private async Task<bool> TryAsync(ImportId id, int size, CancellationToken cancel)
    {
        if (await PartAsync(id, cancel) is not { } part) return false;
        return await sessions.RunAsync(new Facts { Actor = "system" }, (services, token) => StepAsync(services, id, part, size, token), cancel);
    }

    /// <param name="size">Products of the chunk; none leaves the next one out.</param>
    private async Task<bool> StepAsync(IServiceProvider services, ImportId id, ImportPart part, int size, CancellationToken cancel)
    {
        var (session, db) = (services.GetRequiredService<DbSession>(), services.GetRequiredService<CatalogDb>());
        await CatalogTurn.TakeAsync(session, cancel);
        var now = clock.GetUtcNow();
        // Read under the turn: whoever had it before has committed its chunk.
        var import = await db.Imports.AsNoTracking().FirstAsync(i => i.Id == id, cancel);
        if (!import.IsOpen || (import.Runner is { } other && other != me && import.RunnerUntil >= now)) return false;
        if (import.Part != part.Number)
        {
            atHand.TryRemove(id, out _);
            return true;
        }

        List<RowProblem> told = import.GroupsDone == 0 ? [.. part.Problems] : [];
        var chunk = part.Groups.Skip(import.GroupsDone).Take(Math.Max(1, size)).ToList();
        if (size > 0) told.AddRange(await services.GetRequiredService<ImportChunk>().WriteAsync(import, chunk, cancel));
        else told.AddRange(chunk.SelectMany(g => g.Rows).Select(row => new RowProblem(row.Line, null, row.Draft.Sku, "row.failed", false)));
        if (import.IsDryRun)
        {
            if (!await TakeBackAsync(session, db, id, cancel)) return false;
            await TellOnceAsync(db, id, told, cancel);
        }

        (import.State, import.Runner, import.RunnerUntil) = (ImportState.Running, me, now + Lease);
        import.GroupsDone += chunk.Count;
        import.RowsRead += chunk.Sum(g => g.Lines);
        import.RowsRejected += told.Where(p => !p.IsWarning).Select(p => p.Line).Distinct().Count();
        await TellAsync(session, import, told, cancel);
        if (import.GroupsDone >= part.Groups.Count) await EndPartAsync(session, import, now, cancel);
        await CatalogTables.Imports.UpdateAsync(session, [import], cancel);
        return import.IsOpen;
    }

    /// <summary>What a dry run wrote goes, what it found out stays.</summary>
    private static async Task<bool> TakeBackAsync(DbSession session, CatalogDb db, ImportId id, CancellationToken cancel)
    {
        await session.RollbackAsync(cancel);
        await CatalogTurn.TakeAsync(session, cancel);
        return await db.Imports.AnyAsync(i => i.Id == id && (i.State == ImportState.Queued || i.State == ImportState.Running), cancel);
    }

    /// <summary>A category that a dry run made was taken back with its chunk, so the next chunk makes it again: people hear of it once.</summary>
    private static async Task TellOnceAsync(CatalogDb db, ImportId id, List<RowProblem> told, CancellationToken cancel)
    {
        var made = told.Where(p => p.Code == CategoryPaths.Created).Select(p => p.Value).ToList();
        if (made.Count == 0) return;
        var before = await db.ImportProblems.AsNoTracking().Where(p => p.ImportId == id && p.Code == CategoryPaths.Created && made.Contains(p.Value)).Select(p => p.Value).ToListAsync(cancel);
        told.RemoveAll(p => p.Code == CategoryPaths.Created && before.Contains(p.Value));
    }

    private static async Task EndPartAsync(DbSession session, Import import, DateTimeOffset now, CancellationToken cancel)
    {
        (import.Part, import.GroupsDone) = (import.Part + 1, 0);
        var isLast = (await session.QueryAsync($"select 1 from catalog_import_parts where import_id = {import.Id} and number = {import.Part}", _ => true, cancel)).Count == 0;
        if (!isLast) return;
        (import.State, import.FinishedAt, import.RowsRead) = (ImportState.Finished, now, import.RowsTotal ?? import.RowsRead);
        if (!import.IsDryRun) session.Publish(new ImportFinished(import.Id, import.ProductsCreated, import.ProductsUpdated, import.VariantsUnchanged, import.RowsRejected));
    }

    private static async Task TellAsync(DbSession session, Import import, List<RowProblem> problems, CancellationToken cancel)
    {
        var (first, room) = (import.ProblemsTold, Math.Max(0, MostProblems - import.ProblemsTold));
        await CatalogTables.ImportProblems.InsertAsync(session, [.. problems.OrderBy(p => p.Line).Take(room).Select((p, i) =>
            new ImportProblemRow(import.Id, first + i, p.Line, p.Column, p.Value, p.Code, CatalogJson.Write(p.Facts), p.IsWarning))], cancel);
        import.ProblemsTold += problems.Count;
    }

    /// <summary>The part where the import stands, read before the turn is taken.</summary>
    private Task<ImportPart?> PartAsync(ImportId id, CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var import = await services.GetRequiredService<CatalogDb>().Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, token);
        if (import is not { IsOpen: true }) return null;
        if (atHand.TryGetValue(id, out var known) && known.Number == import.Part) return known;
        var content = (await services.GetRequiredService<DbSession>().QueryAsync(
            $"select content from catalog_import_parts where import_id = {id} and number = {import.Part}", row => row.GetFieldValue<byte[]>(0), token)).Single();
        if (ImportColumns.Of(import.ColumnNames).Refused(out _, out var columns)) return null;
        var list = await services.GetRequiredService<PriceBook>().DefaultAsync(token);
        return atHand[id] = ImportPart.Read(import.Part, content, columns, list.Currency, import.Mark, isChosen: import.Decimals != DecimalMark.Detect);
    }, cancel);

    public void Dispose() => expected.Dispose();

    private Task KeepAsync(ImportId id, int number, byte[] content, CancellationToken cancel) => sessions.RunAsync(new Facts(), (services, token) =>
        services.GetRequiredService<DbSession>().ExecuteAsync($"insert into catalog_import_parts (import_id, number, content, stored_at) values ({id}, {number}, {content}, {clock.GetUtcNow()})", token), cancel);

    private Task ForgetAsync(ImportId id, CancellationToken cancel) => sessions.RunAsync(new Facts(), (services, token) =>
        services.GetRequiredService<DbSession>().ExecuteAsync($"delete from catalog_import_parts where import_id = {id}", token), cancel);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
