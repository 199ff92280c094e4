using System.Text;
using System.Text.Json;
using Hilo.Sandbox.Art;

namespace Hilo.Sandbox.Pictures;

/// <summary>Stands in for every host of product pictures: the same address always shows the same drawing.</summary>
internal static class PictureHost
{
    private const int Width = 480;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // Foreign catalogs speak English: their words lead to the nearest garment.
    private static readonly (string Word, Garment Garment)[] Words =
    [
        .. Garments.Names.Select(name => (name, Garments.TryParse(name, out var garment) ? garment : default)),
        ("hoodie", Garment.Hoodie), ("sweatshirt", Garment.Hoodie), ("sweater", Garment.Sweater), ("cardigan", Garment.Sweater), ("tee", Garment.TShirt),
        ("tshirt", Garment.TShirt), ("t-shirt", Garment.TShirt), ("shirt", Garment.Shirt), ("jacket", Garment.Jacket), ("coat", Garment.Jacket),
        ("denim", Garment.Jeans), ("trouser", Garment.Trousers), ("pant", Garment.Trousers), ("dress", Garment.Dress), ("skirt", Garment.Skirt),
        ("beanie", Garment.Beanie), ("hat", Garment.Beanie), ("scarf", Garment.Scarf), ("sneaker", Garment.Sneaker), ("shoe", Garment.Sneaker),
        ("boot", Garment.Boot), ("belt", Garment.Belt), ("bag", Garment.Bag), ("tote", Garment.Bag), ("sock", Garment.Socks),
    ];

    public static void Map(RouteGroupBuilder sandbox)
    {
        sandbox.MapGet("/pictures/{**path}", ShowAsync);
        sandbox.MapGet("/picture-faults", (PictureFaults faults) => Results.Json(faults.Plan, Json));
        sandbox.MapPut("/picture-faults", async (HttpRequest request, PictureFaults faults) =>
        {
            try
            {
                faults.Plan = await JsonSerializer.DeserializeAsync<PictureFaultPlan>(request.Body, Json, request.HttpContext.RequestAborted) ?? new PictureFaultPlan();
                return Results.Json(faults.Plan, Json);
            }
            catch (JsonException)
            {
                return Results.BadRequest();
            }
        });
    }

    private static async Task<IResult> ShowAsync(string? path, HttpContext http, PictureFaults faults, TimeProvider clock)
    {
        var address = $"{http.Request.Headers["X-Original-Host"]}/{path}";
        switch (faults.Take(address))
        {
            case PictureFault.NotFound: return Results.NotFound();
            case PictureFault.PrivateRedirect: return Results.Redirect("http://169.254.169.254/latest/meta-data/");
            case PictureFault.WrongContent: return Results.Bytes("<!doctype html><script>alert(1)</script>"u8.ToArray(), "image/png");
            case PictureFault.WrongType: return Results.Bytes(Draw(address), "text/html");
            case PictureFault.Huge: return Results.Stream(output => FloodAsync(output, http.RequestAborted), "image/png");
            case PictureFault.Cut:
                http.Response.ContentType = "image/png";
                await http.Response.Body.WriteAsync(Draw(address).AsMemory(0, 1_000), http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                http.Abort();
                return Results.Empty;
            case PictureFault.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(faults.Plan.DelayMs), clock, http.RequestAborted);
                break;
        }
        return Results.Bytes(Draw(address), "image/png");
    }

    private static byte[] Draw(string address)
    {
        if (ArtPath.Read(address) is { } named) return GarmentArt.Png(named, Width);
        var hash = Fnv(address);
        var lower = address.ToLowerInvariant();
        var known = Array.Find(Words, word => lower.Contains(word.Word, StringComparison.Ordinal));
        var garments = Enum.GetValues<Garment>();
        var garment = known.Word is null ? garments[hash % (uint)garments.Length] : known.Garment;
        var dye = Dye.Of(Dye.Names.ElementAt((int)((hash >> 8) % (uint)Dye.Names.Count)));
        var patterns = Enum.GetValues<Pattern>();
        return GarmentArt.Png(new GarmentPicture(garment, dye, patterns[(hash >> 16) % (uint)patterns.Length]), Width);
    }

    private static async Task FloodAsync(Stream output, CancellationToken cancel)
    {
        var block = new byte[64 * 1024];
        await output.WriteAsync(Draw("huge").AsMemory(0, 1_000), cancel);
        for (var i = 0; i < 4_096; i++) await output.WriteAsync(block, cancel);
    }

    /// <summary>The same number on every machine and in every run, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static uint Fnv(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var value in Encoding.UTF8.GetBytes(text)) hash = (hash ^ value) * 16_777_619u;
        return hash;
    }
}
