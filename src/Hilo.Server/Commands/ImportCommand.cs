using System.CommandLine;
using System.Text.Json;
using Hilo.Catalog;
using Hilo.Platform;
using Spectre.Console;

namespace Hilo.Server.Commands;

/// <summary><c>import FILE</c>: brings a product file in and says row by row what was refused.</summary>
internal static class ImportCommand
{
    private const int MostShown = 50;
    private static readonly Argument<FileInfo> File = new("file") { Description = "A product CSV: Shopify's export or Hilo's own columns." };
    private static readonly Option<string?> Location = new("--location") { Description = "Code of the location where first stock goes; without it quantities are left out." };
    private static readonly Option<bool> Stock = new("--stock") { Description = "Quantities of the file replace what is there, as adjustments." };
    private static readonly Option<string?> Decimals = new("--decimals") { Description = "comma or point, where the file leaves it open." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Tell what would happen and change nothing." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the whole report as JSON." };

    public static Command Create()
    {
        var import = new Command("import", "Bring a product file into the catalog.") { File, Location, Stock, Decimals, DryRun, Json };
        import.SetAction(RunAsync);
        return import;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var file = parsed.GetRequiredValue(File);
        if (!file.Exists) return await FailAsync($"There is no file at {file.FullName}.");
        await using var app = DataFolder.Builder(parsed).AddHilo().Build();
        await app.Services.GetRequiredService<Migrations>().ApplyAsync(cancel);
        LocationId? place = null;
        if (parsed.GetValue(Location) is { } code)
        {
            var places = await app.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, token) => services.GetRequiredService<ILocations>().AllAsync(token), cancel);
            if (places.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } found)
                return await FailAsync($"No location has the code {code}. There are: {string.Join(", ", places.Select(p => p.Code))}.");
            place = found.Id;
        }
        if (parsed.GetValue(Decimals) is not (null or "comma" or "point")) return await FailAsync("--decimals is comma or point.");
        var options = new ImportOptions(file.Name, place, parsed.GetValue(Stock), parsed.GetValue(Decimals) switch { "comma" => true, "point" => false, _ => null }, parsed.GetValue(DryRun));
        await using var content = file.OpenRead();
        var imports = app.Services.GetRequiredService<CatalogImports>();
        var outcome = parsed.GetValue(Json) ? await imports.RunAsync(content, options, null, cancel) : await WithProgressAsync(imports, content, options, cancel);
        if (outcome.Refused(out var problem, out var report)) return await FailAsync(problem.Detail);
        if (parsed.GetValue(Json)) Console.WriteLine(JsonSerializer.Serialize(report, HiloJson.Tolerant));
        else Show(report);
        return report.State == ImportState.Finished ? 0 : 1;
    }

    private static Task<Result<ImportView>> WithProgressAsync(CatalogImports imports, Stream content, ImportOptions options, CancellationToken cancel) =>
        AnsiConsole.Progress().StartAsync(async progress =>
        {
            var rows = progress.AddTask("rows");
            return await imports.RunAsync(content, options, new Progress<ImportView>(view => (rows.MaxValue, rows.Value) = (view.RowsTotal ?? view.RowsRead, view.RowsRead)), cancel);
        });

    private static void Show(ImportView report)
    {
        Console.WriteLine(
            $"{(report.IsDryRun ? "Dry run, nothing was changed. " : "")}{report.RowsRead} rows: {report.ProductsCreated} products and {report.VariantsCreated} variants created, " +
            $"{report.ProductsUpdated} and {report.VariantsUpdated} updated, {report.VariantsUnchanged} variants unchanged, {report.RowsRejected} rows refused.");
        if (report.PicturesWaiting > 0) Console.WriteLine($"{report.PicturesWaiting} pictures wait: a running server fetches them.");
        foreach (var problem in report.Problems.Take(MostShown))
            Console.WriteLine($"  line {problem.Line}{(problem.Column is null ? "" : $", {problem.Column}")}{(problem.Value is null ? "" : $" '{problem.Value}'")}: {problem.Reason}{(problem.IsWarning ? " (taken all the same)" : "")}");
        if (report.ProblemsTold > MostShown) Console.WriteLine($"  and {report.ProblemsTold - MostShown} more; --json lists the first 500, the back office all of them.");
    }

    private static async Task<int> FailAsync(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return 2;
    }
}
