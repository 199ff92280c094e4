using Hilo.Platform;

namespace Hilo.Inventory;

/// <summary>Every claim on stock: lock, decide in the <see cref="StockBook"/>, write once.</summary>
internal sealed class ClaimStock(DbSession session, StockLedger ledger) : IClaimStock
{
    public async Task<IReadOnlyList<StockAnswer>> ReserveAsync(IReadOnlyList<StockReservation> claims, CancellationToken cancel)
    {
        if (claims.Count == 0) return [];
        var book = await ledger.OpenAsync(Levels(claims.SelectMany(c => c.Lines)), [.. claims.Select(c => c.Cart).Distinct()], cancel);
        StockAnswer[] answers = [.. claims.Select(book.Reserve)];
        await ledger.CloseAsync(book, "reserved", cancel);
        return answers;
    }

    public async Task<IReadOnlyList<StockAnswer>> AllocateAsync(IReadOnlyList<StockClaim> claims, CancellationToken cancel)
    {
        if (claims.Count == 0) return [];
        var book = await ledger.OpenAsync(Levels(claims.SelectMany(c => c.Lines)), [.. claims.Select(c => c.Cart).OfType<CartId>().Distinct()], cancel);
        StockAnswer[] answers = [.. claims.Select(book.Allocate)];
        await ledger.CloseAsync(book, "allocated", cancel);
        return answers;
    }

    public async Task DeallocateAsync(IReadOnlyList<StockRelease> releases, CancellationToken cancel)
    {
        if (releases.Count == 0) return;
        var book = await ledger.OpenAsync(Levels(releases), [.. releases.Select(r => r.Order).Distinct()], cancel);
        foreach (var release in releases) book.Deallocate(release);
        await ledger.CloseAsync(book, "deallocated", cancel);
    }

    public async Task IssueAsync(IReadOnlyList<StockRelease> issues, StockIssue kind, CancellationToken cancel)
    {
        if (issues.Count == 0) return;
        var book = await ledger.OpenAsync(Levels(issues), [.. issues.Select(i => i.Order).Distinct()], cancel);
        foreach (var issue in issues) book.Issue(issue, kind);
        await ledger.CloseAsync(book, Words.Of(kind), cancel);
    }

    public async Task LoseAsync(IReadOnlyList<StockRelease> losses, string reason, CancellationToken cancel)
    {
        if (losses.Count == 0) return;
        var book = await ledger.OpenAsync(Levels(losses), [.. losses.Select(l => l.Order).Distinct()], cancel);
        StockAdjusted[] found = [.. losses.Select(loss => book.Lose(loss, reason))];
        await ledger.CloseAsync(book, "adjusted", cancel);
        foreach (var adjusted in found.Where(a => a.Before != a.After)) session.Publish(adjusted);
    }

    private static HashSet<LevelKey> Levels(IEnumerable<StockClaimLine> lines) => [.. lines.Select(l => new LevelKey(l.VariantId, l.LocationId))];

    private static HashSet<LevelKey> Levels(IReadOnlyList<StockRelease> releases) => [.. releases.Select(r => new LevelKey(r.VariantId, r.LocationId))];
}
