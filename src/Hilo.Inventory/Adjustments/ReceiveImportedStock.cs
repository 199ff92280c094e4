namespace Hilo.Inventory;

/// <summary>Sets many levels at once: imports, bulk updates, first stock.</summary>
internal sealed class ReceiveImportedStock(StockLedger ledger) : IReceiveImportedStock
{
    public async Task<ImportedStockAnswer> SetOnHandAsync(IReadOnlyList<ImportedStock> lines, string reason, CancellationToken cancel)
    {
        if (lines.Count == 0) return new ImportedStockAnswer(0, []);
        var changed = 0;
        List<RefusedStock> refused = [];
        var book = await ledger.OpenAsync([.. lines.Select(l => new LevelKey(l.VariantId, l.LocationId)).Distinct()], cancel);
        foreach (var line in lines)
        {
            if (book.SetOnHand(new LevelKey(line.VariantId, line.LocationId), line.OnHand, reason).Refused(out _, out var counted))
                refused.Add(new RefusedStock(line.VariantId, line.LocationId, line.OnHand, book.PromisedAt(new LevelKey(line.VariantId, line.LocationId))));
            else if (counted.Before != counted.After) changed++;
        }
        await ledger.CloseAsync(book, "imported", cancel);
        return new ImportedStockAnswer(changed, refused);
    }
}
