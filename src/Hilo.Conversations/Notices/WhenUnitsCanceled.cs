using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>Says which units do not come, and what goes back for them; the rest of the order goes on.</summary>
internal sealed class WhenUnitsCanceled(TellOrder tell) : IListen<UnitsCanceled>
{
    public Task HandleAsync(UnitsCanceled happened, EventFacts facts, CancellationToken cancel) =>
        tell.TellAsync(happened.OrderId, MailTemplate.UnitsCanceled, facts, cancel, (order, said) =>
        {
            var words = MailWords.Of(order.Culture);
            // Lines are told in the order's own order.
            var gone = happened.Lines.ToDictionary(l => l.OrderLine);
            return TellOrder.Said(said with
            {
                Lines = [.. said.Lines.Zip(order.Lines).Where(l => gone.ContainsKey(l.Second.Id))
                    .Select(l => l.First with { Quantity = words.Quantity(gone[l.Second.Id].Quantity), Total = words.Money(gone[l.Second.Id].Amount) })],
                Totals = [],
                Amount = happened.RefundOwed.IsPositive ? words.Money(happened.RefundOwed) : null,
            });
        });
}
