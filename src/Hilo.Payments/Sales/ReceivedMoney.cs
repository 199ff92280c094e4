namespace Hilo.Payments.Sales;

/// <summary>Where money that a person confirms, or that came from elsewhere, belongs: first to the promises of its sale, the rest is a payment of its own.</summary>
internal static class ReceivedMoney
{
    public static ReceivedMoneyPlan Plan(IReadOnlyList<ReceivedPayment> received, IReadOnlyList<OpenPromise> promises)
    {
        var plan = new ReceivedMoneyPlan([], []);
        var missing = promises.ToDictionary(p => p.Id, p => p.Missing);
        foreach (var one in received)
        {
            var left = one.Amount;
            // The promise of the same kind first: cash pays the cash that was promised.
            foreach (var promise in promises.Where(p => p.Sale == one.Sale && p.Missing.Currency == one.Amount.Currency).OrderByDescending(p => p.Tender == one.Tender))
            {
                var part = left < missing[promise.Id] ? left : missing[promise.Id];
                if (!part.IsPositive) continue;
                plan.Kept.Add(new TakenPart(promise.Id, part, one));
                missing[promise.Id] -= part;
                left -= part;
            }
            if (left.IsPositive) plan.Own.Add(new TakenPart(one.Id, left, one));
        }
        return plan;
    }
}

internal sealed record TakenPart(PaymentId Payment, Money Amount, ReceivedPayment From);

/// <param name="Kept">Promises that are kept, wholly or in part.</param>
/// <param name="Own">Money that nobody had promised.</param>
internal sealed record ReceivedMoneyPlan(List<TakenPart> Kept, List<TakenPart> Own);
