namespace Hilo.Orders;

/// <summary>Work orders with what a location needs beside them: barcodes to scan, money to collect, who handed over.</summary>
internal sealed class WorkViews(OrderViews views, ISalePayments payments, IStaffNames staff, ISellables sellables)
{
    public async Task<FulfillmentOrderView> ShowAsync(FulfillmentOrder work, Order order, CancellationToken cancel) =>
        (await ShowAsync([(work, order)], cancel))[0];

    public async Task<IReadOnlyList<FulfillmentOrderView>> ShowAsync(IReadOnlyList<(FulfillmentOrder Work, Order Order)> found, CancellationToken cancel)
    {
        if (found.Count == 0) return [];
        var names = await views.NamesAsync(cancel);
        var people = await staff.NamesAsync([.. found.Select(f => f.Work.HandedOverBy).OfType<StaffId>().Distinct()], cancel);
        var variants = await sellables.NameAsync([.. found.SelectMany(f => f.Work.Lines).Select(l => l.VariantId).Distinct()], cancel);
        var gtins = variants.Values.Where(v => v.Gtin is not null).ToDictionary(v => v.Id, v => v.Gtin!);
        SaleId[] unpaid = [.. found.Where(f => f.Order.PaidAt is null).Select(f => f.Order.SaleId).Distinct()];
        var money = unpaid.Length == 0 ? [] : (await payments.OfAsync(unpaid, cancel)).ToDictionary(m => m.Sale);
        return [.. found.Select(f => FulfillmentViews.Of(
            f.Work, f.Order, names, money.TryGetValue(f.Order.SaleId, out var here) ? f.Order.Left(here) : null,
            f.Work.HandedOverBy is { } by ? people.GetValueOrDefault(by) : null, gtins))];
    }
}
