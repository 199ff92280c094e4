using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>Fetches pictures whose address is known, a few at a time. No transaction is open while the outside is asked.</summary>
internal sealed class FetchPictures(CatalogDb db, GuardedFetcher fetcher, IFiles files, PictureWidths widths, SessionScopes sessions, TimeProvider clock) : ISweep
{
    public const long LargestBytes = 15 * 1024 * 1024;
    private const int AtOnce = 6;
    private const int MostAttempts = 4;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.Pictures.AsNoTracking().Where(p => p.State == PictureState.Waiting && p.DueAt <= now).OrderBy(p => p.DueAt).ThenBy(p => p.Id).Take(AtOnce).ToListAsync(cancel);
        var fetched = await Task.WhenAll(due.Select(picture => FetchAsync(picture, now, cancel)));
        if (fetched.Length == 0) return 0;
        await sessions.RunAsync(new Facts(), async (services, token) =>
        {
            var session = services.GetRequiredService<DbSession>();
            await CatalogTables.Pictures.UpdateAsync(session, fetched, token, "state", "renditions", "attempts", "due_at", "error");
            foreach (var product in fetched.Where(p => p.State == PictureState.Stored).Select(p => p.ProductId).Distinct()) session.Publish(new ProductSaved(product));
        }, cancel);
        return fetched.Length;
    }

    private async Task<Picture> FetchAsync(Picture picture, DateTimeOffset now, CancellationToken cancel)
    {
        picture.Attempts++;
        if ((await TakeAsync(picture.SourceUrl, cancel)).Refused(out var problem, out var renditions))
        {
            picture.Error = problem.Code;
            if (picture.Attempts >= MostAttempts || !MayPass(problem)) picture.State = PictureState.Failed;
            // After 10, 40 and 160 seconds: a site that stumbled gets its pictures in, a wrong address is told soon.
            else picture.DueAt = now + TimeSpan.FromSeconds(10 * Math.Pow(4, picture.Attempts - 1));
            return picture;
        }
        (picture.State, picture.Renditions, picture.Error) = (PictureState.Stored, renditions.Value, null);
        return picture;
    }

    private async Task<Result<Made>> TakeAsync(string address, CancellationToken cancel)
    {
        if ((await fetcher.PictureAsync(new Uri(address), LargestBytes, cancel)).Refused(out var unreachable, out var content)) return unreachable;
        if (!FileKind.Of(content).IsPicture) return PictureProblems.NotAPicture;
        using var stream = new MemoryStream(content);
        if ((await files.SaveAsync(stream, LargestBytes, cancel)).Refused(out var refused, out var stored)) return refused;
        return new Made(await widths.MakeAsync(stored.Id, content, cancel));
    }

    private static bool MayPass(Problem problem) => problem.Code is "fetch.unreachable" or "fetch.too_slow" or "fetch.refused";

    private readonly record struct Made(IReadOnlyList<Rendition> Value);
}

internal static class PictureProblems
{
    public static readonly Problem NotAPicture = new("picture.not_a_picture", "The address answers something that is no picture.", 422);
}
