namespace Hilo.Inventory;

/// <summary>One row of a bulk update as it was sent.</summary>
/// <param name="Quantity">Null when the text is no quantity.</param>
/// <param name="Fault">Why the line cannot be read at all.</param>
internal sealed record BulkRow(int Line, string Sku, string Location, string QuantityText, Quantity? Quantity, string? Fault = null);

/// <summary>Sets what is on hand from many rows: good rows go in, bad ones are named.</summary>
internal sealed class BulkStock(ISellables sellables, ILocations locations, IReceiveImportedStock stock)
{
    public const int MostRows = 10_000;

    /// <param name="mayChange">Locations where the caller works; null means all.</param>
    public async Task<BulkStockResult> SetAsync(IReadOnlyList<BulkRow> rows, string reason, IReadOnlyList<LocationId>? mayChange, CancellationToken cancel)
    {
        var variants = await sellables.FindCodesAsync([.. rows.Select(r => r.Sku).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)], cancel);
        var places = (await locations.AllAsync(cancel)).ToDictionary(p => p.Code, p => p.Id, StringComparer.Ordinal);
        List<ImportProblem> problems = [];
        Dictionary<LevelKey, BulkRow> wanted = [];
        foreach (var row in rows)
        {
            if (Refuse(row, variants, places, mayChange) is { } refused) problems.Add(refused);
            else if (!wanted.TryAdd(KeyOf(row, variants, places), row))
                problems.Add(new(row.Line, "sku", Shown(row.Sku), "stock.repeated_line", $"Line {wanted[KeyOf(row, variants, places)].Line} sets the same SKU at the same location; this one was left out.", false));
        }
        var answer = await stock.SetOnHandAsync([.. wanted.Select(w => new ImportedStock(w.Key.Variant, w.Key.Location, w.Value.Quantity!.Value))], reason, cancel);
        foreach (var refused in answer.Refused)
        {
            var row = wanted[new(refused.VariantId, refused.LocationId)];
            problems.Add(new(row.Line, "on_hand", Shown(row.QuantityText), "stock.below_promised", $"{refused.Promised} are promised to orders and carts: on hand cannot become {refused.OnHand}.", false));
        }
        return new BulkStockResult(answer.Changed, wanted.Count - answer.Changed - answer.Refused.Count, [.. problems.OrderBy(p => p.Line)]);
    }

    private static ImportProblem? Refuse(
        BulkRow row, IReadOnlyDictionary<string, VariantId> variants, Dictionary<string, LocationId> places, IReadOnlyList<LocationId>? mayChange)
    {
        if (row.Fault is { } fault) return new(row.Line, null, null, "stock.unreadable_line", fault, false);
        if (!variants.ContainsKey(row.Sku)) return new(row.Line, "sku", Shown(row.Sku), StockProblems.UnknownVariant.Code, "No variant has this SKU.", false);
        if (!places.TryGetValue(Location.CodeOf(row.Location), out var place)) return new(row.Line, "location", Shown(row.Location), StockProblems.UnknownLocation.Code, "No location has this code.", false);
        if (mayChange?.Contains(place) == false) return new(row.Line, "location", Shown(row.Location), "permission.other_location", "Your account works at other locations.", false);
        if (row.Quantity is not { } quantity)
            return new(row.Line, "on_hand", Shown(row.QuantityText), "stock.bad_quantity", "This is no quantity. Write 12 or 0,5; thousands have no separator.", false);
        return quantity.IsNegative || quantity > StockProblems.Most
            ? new(row.Line, "on_hand", Shown(row.QuantityText), StockProblems.NotANumberOfUnits.Code, StockProblems.NotANumberOfUnits.Detail, false)
            : null;
    }

    // A cell may be as long as the file.
    private static string Shown(string cell) => cell.Length > 80 ? cell[..80] + "…" : cell;

    private static LevelKey KeyOf(BulkRow row, IReadOnlyDictionary<string, VariantId> variants, Dictionary<string, LocationId> places) =>
        new(variants[row.Sku], places[Location.CodeOf(row.Location)]);
}
