using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Caching.Memory;

namespace Hilo.Web.Storefront.Kept;

/// <summary>Pages that every guest reads alike, as bytes: made once per address, language and edition of the shop.</summary>
/// <remarks>A page is at most a second older than what it shows, since editions are looked up that often; what an edition does not tell of has its own, shorter life.</remarks>
internal sealed class KeptPages(TimeProvider clock, long mostBytes = KeptPages.MostBytes) : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = mostBytes });
    private readonly ConcurrentDictionary<KeptKey, Task<KeptPage?>> beingMade = new();

    public bool TryFind(in KeptKey key, long edition, [NotNullWhen(true)] out KeptPage? page)
    {
        page = kept.TryGetValue(key, out Entry? entry) && entry!.Edition == edition && clock.GetElapsedTime(entry.MadeAt) < entry.Life ? entry.Page : null;
        return page is not null;
    }

    /// <summary>Of many that want a page at once, one makes it. Null for those who waited in vain: they make their own.</summary>
    public async Task<KeptPage?> MakeAsync(KeptKey key, long edition, Func<Task<(KeptPage Page, TimeSpan? Life)>> make, CancellationToken cancel)
    {
        var mine = new TaskCompletionSource<KeptPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var theirs = beingMade.GetOrAdd(key, mine.Task);
        if (theirs != mine.Task) return await theirs.WaitAsync(cancel);
        KeptPage? done = null;
        try
        {
            var madeAt = clock.GetTimestamp();
            var (page, life) = await make();
            if (life is { } lives)
            {
                var entry = new Entry(page, edition, madeAt, lives < Longest ? lives : Longest);
                kept.Set(key, entry, new MemoryCacheEntryOptions { Size = page.Length + key.Address.Length, AbsoluteExpirationRelativeToNow = entry.Life });
                done = page;
            }
            return page;
        }
        finally
        {
            beingMade.TryRemove(key, out _);
            mine.SetResult(done);
        }
    }

    public void Dispose() => kept.Dispose();

    private sealed record Entry(KeptPage Page, long Edition, long MadeAt, TimeSpan Life);
}

/// <summary>All that a guest's page depends on besides the shop itself.</summary>
internal readonly record struct KeptKey(string Address, string Origin, CultureInfo Culture, string? Theme);
