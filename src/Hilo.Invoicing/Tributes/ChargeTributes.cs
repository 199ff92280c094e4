using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>The tributes of a sale before it is made, by the rule that every document is decided by. The rates of all issuers are in memory, and the log keeps them fresh on every node.</summary>
internal sealed class ChargeTributes(SessionScopes sessions) : IFollowLog, IChargeTributes
{
    private volatile Dictionary<LegalEntityId, List<TributeRate>> rates = [];

    public Task StartAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task FollowAsync(IReadOnlyList<LoggedEvent> happened, CancellationToken cancel)
    {
        if (happened.Any(h => h.Event is TributesChanged)) await ReadAsync(cancel);
    }

    public bool Charges(LegalEntityId seller) => rates.ContainsKey(seller);

    public IReadOnlyList<SaleTribute> Of(SaleToTax sale)
    {
        // Who cannot be named cannot buy either: that is said elsewhere.
        if (!rates.TryGetValue(sale.Seller, out var his) || DecideVoucher.ReceiverOf(sale.Receiver).Refused(out _, out var receiver)) return [];
        var (tributes, _) = DecideTributes.Of(his, receiver, sale.Province?.ToUpperInvariant(), sale.TaxedNet.Minor, FiscalDay.Of(sale.At));
        return [.. tributes.Select(t => t.In(sale.TaxedNet.Currency))];
    }

    /// <summary>Of issuers that document their sales: what is charged for the agency is on a document.</summary>
    private Task ReadAsync(CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
    {
        var db = services.GetRequiredService<InvoicingDb>();
        var sellers = await db.Issuers.AsNoTracking().Where(i => i.IsActive).ToDictionaryAsync(i => i.Id, i => i.LegalEntityId, token);
        rates = (await db.TributeRates.AsNoTracking().ToListAsync(token)).Where(r => sellers.ContainsKey(r.IssuerId)).GroupBy(r => sellers[r.IssuerId]).ToDictionary(g => g.Key, g => g.ToList());
    }, cancel);
}
