using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>Gives the shop its sign, or takes it away. Documents that were made keep the one of their day.</summary>
internal static class SetLogo
{
    public static void Map(RouteGroupBuilder merchant)
    {
        merchant.MapPut("/logo", SetAsync).RequirePermission(Permissions.SettingsManage).AcceptsUpTo(LogoPicture.LargestBytes).Accepts<Stream>("image/png", "image/jpeg", "application/octet-stream")
            .WithSummary("Set the logo: the bytes of a PNG or JPEG of at most 300 KB. It stands on pages and mails, and on the fiscal documents made from now on.");
        merchant.MapDelete("/logo", RemoveAsync).RequirePermission(Permissions.SettingsManage).WithSummary("Show the name alone again.");
    }

    private static async Task<Results<Ok<MerchantView>, ProblemHttpResult>> SetAsync(HttpRequest http, PlatformDb db, IFiles files, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, cancel);
        // A page of this server calls without a wire, where no limit of the edge holds.
        if (body.Length > LogoPicture.LargestBytes) return EdgeProblems.TooLarge.ToHttp();
        if (LogoPicture.Read(body.ToArray()).Refused(out var problem, out var picture)) return problem.ToHttp();
        body.Position = 0;
        if ((await files.SaveAsync(body, LogoPicture.LargestBytes, cancel)).Refused(out problem, out var stored)) return problem.ToHttp();
        return TypedResults.Ok(await ChangeAsync(db, merchant => merchant.Show(stored.Id, picture.Width, picture.Height), http.HttpContext, cancel));
    }

    private static async Task<NoContent> RemoveAsync(HttpContext http, PlatformDb db, CancellationToken cancel)
    {
        await ChangeAsync(db, merchant => merchant.ShowNoLogo(), http, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<MerchantView> ChangeAsync(PlatformDb db, Action<Merchant> change, HttpContext http, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleOrDefaultAsync(cancel);
        if (merchant is null) db.Add(merchant = Merchant.Unnamed());
        change(merchant);
        db.Publish(new MerchantChanged(merchant.Id, merchant.Version));
        await db.SaveChangesAsync(cancel);
        http.ShowVersion(merchant.Version);
        return merchant.ToView(await db.LegalEntities.AsNoTracking().OrderBy(e => e.Id).ToListAsync(cancel));
    }
}
