using System.CommandLine;
using System.IO.Pipelines;
using Hilo.Catalog;
using Hilo.Platform;

namespace Hilo.Server.Commands;

/// <summary><c>export FILE</c>: writes every product to a file that <c>import</c> takes back without a change.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> File = new("file") { Description = "Where to write; - is the standard output." };
    private static readonly Option<string?> Format = new("--format") { Description = "hilo or shopify; without it as the last import came." };

    public static Command Create()
    {
        var export = new Command("export", "Write every product to a CSV.") { File, Format };
        export.SetAction(RunAsync);
        return export;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        ImportFormat? chosen = parsed.GetValue(Format) switch { "hilo" => ImportFormat.Hilo, "shopify" => ImportFormat.Shopify, _ => null };
        if (chosen is null && parsed.GetValue(Format) is not null) return await FailAsync("--format is hilo or shopify.");
        await using var app = DataFolder.Builder(parsed).AddHilo().Build();
        await app.Services.GetRequiredService<Migrations>().ApplyAsync(cancel);
        var export = app.Services.GetRequiredService<ProductExport>();
        var path = parsed.GetRequiredValue(File);
        try
        {
            await using var stream = path == "-" ? Console.OpenStandardOutput() : new FileStream(path, FileMode.Create, FileAccess.Write);
            var to = PipeWriter.Create(stream);
            var written = await export.WriteAsync(to, chosen ?? await export.UsualFormatAsync(cancel), cancel);
            await to.CompleteAsync();
            await Console.Error.WriteLineAsync($"{written} products.");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(e.Message);
        }
    }

    private static async Task<int> FailAsync(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return 2;
    }
}
