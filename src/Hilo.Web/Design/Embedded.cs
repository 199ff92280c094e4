using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Hilo.Web.Design;

/// <summary>The sheet, the scripts, the icons and the font, from the program itself. Their address carries their content, so browsers keep them for a year.</summary>
internal static partial class Embedded
{
    private static readonly FrozenDictionary<string, Asset> All = Load();

    /// <summary>Null when the build had no npm: the page then leaves the script or the font out.</summary>
    public static string? Url(string name) => All.TryGetValue(name, out var asset) ? asset.Url : null;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{hash}/{name}", Serve)
        .AllowAnonymous().ExcludeFromDescription();

    private static IResult Serve(string hash, string name, HttpContext context)
    {
        if (!All.TryGetValue(name, out var asset)) return TypedResults.NotFound();
        // An old page may ask with an old address after an update: it gets today's file, but must not keep it.
        context.Response.Headers.CacheControl = hash == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        if (!asset.Compressible) return TypedResults.Bytes(asset.Bytes, asset.Type);
        context.Response.Headers.Vary = "Accept-Encoding";
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)) return TypedResults.Bytes(asset.Bytes, asset.Type);
        context.Response.Headers.ContentEncoding = "br";
        return TypedResults.Bytes(asset.Brotli, asset.Type);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(Embedded).Assembly;
        var names = assembly.GetManifestResourceNames();
        var loaded = names.Where(n => n.StartsWith("assets/", StringComparison.Ordinal))
            .Select(n => new Asset(n["assets/".Length..], Read(n)))
            .ToDictionary(a => a.Name);

        var sheet = string.Concat(names.Where(n => n.StartsWith("styles/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(n => Encoding.UTF8.GetString(Read(n))));
        sheet = Reference().Replace(sheet, m => loaded.TryGetValue(m.Groups["name"].Value, out var asset) ? asset.Url : "data:,");
        loaded["hilo.css"] = new Asset("hilo.css", Encoding.UTF8.GetBytes(Shrink(sheet)));
        return loaded.ToFrozenDictionary();

        byte[] Read(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    private static string Shrink(string css) => Spaces().Replace(Comments().Replace(css, ""), " ");

    [GeneratedRegex(@"asset:(?<name>[\w.-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    private sealed class Asset(string name, byte[] bytes)
    {
        private readonly Lazy<byte[]> brotli = new(() => Compress(bytes));

        public string Name => name;

        public byte[] Bytes => bytes;

        public byte[] Brotli => brotli.Value;

        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));

        public string Url => $"/assets/{Hash}/{name}";

        public bool Compressible => !name.EndsWith(".woff2", StringComparison.Ordinal);

        public string Type => Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "font/woff2",
        };

        private static byte[] Compress(byte[] bytes)
        {
            using var target = new MemoryStream();
            using (var stream = new BrotliStream(target, CompressionLevel.SmallestSize)) stream.Write(bytes);
            return target.ToArray();
        }
    }
}
