using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Inventory;

/// <summary>A person corrects what is there, and says why.</summary>
internal static class AdjustStock
{
    public static void Map(RouteGroupBuilder stock) => stock.MapPost("/adjustments", HandleAsync)
        .WithSummary("Correct the units on hand, to a number or by a difference. Refused below what orders and carts hold.").RequirePermission(Permissions.StockManage);

    private static async Task<Results<Ok<StockLevelView>, ProblemHttpResult>> HandleAsync(
        AdjustStockRequest request, CurrentStaff staff, InventoryDb db, StockLedger ledger, StockList list, ISellables sellables, CancellationToken cancel)
    {
        if (request.SetTo is null == request.ChangeBy is null) return StockProblems.OneQuantity.ToHttp();
        if (staff.RefusedAt(request.LocationId) is { } elsewhere) return elsewhere.ToHttp();
        if (!await db.Locations.AnyAsync(l => l.Id == request.LocationId, cancel)) return StockProblems.UnknownLocation.ToHttp();
        if ((await sellables.NameAsync([request.VariantId], cancel)).Count == 0) return StockProblems.UnknownVariant.ToHttp();

        var key = new LevelKey(request.VariantId, request.LocationId);
        var book = await ledger.OpenAsync([key], cancel);
        // Out of range is refused before it is added, so that no sum overflows.
        if (request.ChangeBy is { } by && (by > StockProblems.Most || -by > StockProblems.Most)) return StockProblems.NotANumberOfUnits.ToHttp();
        var target = request.SetTo ?? book.OnHandAt(key) + request.ChangeBy!.Value;
        if (target.IsNegative || target > StockProblems.Most) return StockProblems.NotANumberOfUnits.ToHttp();
        if (book.SetOnHand(key, target, request.Reason).Refused(out var problem, out var counted)) return problem.ToHttp();
        await ledger.CloseAsync(book, "adjusted", cancel);
        if (counted.Before != counted.After) db.Publish(new StockAdjusted(key.Variant, key.Location, counted.Before, counted.After, "adjusted"));
        return TypedResults.Ok((await list.FindAsync(key, cancel))!);
    }
}
