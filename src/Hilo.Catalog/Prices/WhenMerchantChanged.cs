using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>The default list speaks the shop's currency; once it holds a price its currency stays.</summary>
internal sealed class WhenMerchantChanged(DbSession session, IMerchant merchant) : IListen<MerchantChanged>
{
    public async Task HandleAsync(MerchantChanged happened, EventFacts facts, CancellationToken cancel)
    {
        var currency = (await merchant.CurrentAsync(cancel)).Currency;
        await session.ExecuteAsync($"""
            update catalog_price_lists set currency = {currency}
             where is_default and currency <> {currency} and not exists (select 1 from catalog_prices p where p.price_list_id = catalog_price_lists.id)
            """, cancel);
    }
}
