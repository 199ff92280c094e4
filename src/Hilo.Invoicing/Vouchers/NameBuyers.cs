namespace Hilo.Invoicing;

/// <summary>Says before a sale is made what its document will need to know of its buyer (specs: arca 9.2). The same rules decide the document later, so that no sale arrives there without it.</summary>
internal sealed class NameBuyers(Norms norms) : INameBuyers
{
    public BuyerNaming Ask(OrderReceiver? receiver, Money total, DateTimeOffset at)
    {
        // Amounts in other currencies are weighed by their rate when the document is made.
        var from = total.Currency == Currency.Ars ? Money.Zero(Currency.Ars) with { Minor = norms.On(FiscalDay.Of(at)).IdentificationFrom } : (Money?)null;
        var needs = from is { IsPositive: true } least && total >= least;
        if (DecideVoucher.ReceiverOf(receiver).Refused(out var problem, out var named)) return new BuyerNaming(needs, from, problem);
        return new BuyerNaming(needs, from, DecideVoucher.Naming(named, needs ? from : null));
    }
}
