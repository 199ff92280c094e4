using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Who may open an order when its link has grown old: the signed-in person whose e-mail it was placed with.</summary>
internal sealed class OrderBuyers(OrdersDb db, OrderLinks links, ICustomers customers, TimeProvider clock) : IOrderMailboxes, IOpenOrderLinks
{
    public async Task<bool> IsBuyerAsync(CustomerId? shopper, Order order, CancellationToken cancel)
    {
        if (shopper is not { } signedIn || (order.AccountId ?? order.CustomerId) is not { } buyer) return false;
        // Two customers may have become one since.
        return buyer == signedIn || (await customers.NameAsync([buyer], cancel)).GetValueOrDefault(buyer)?.Id == signedIn;
    }

    public async Task<Result<OrderId>> OpenAsync(string link, CustomerId? shopper, CancellationToken cancel)
    {
        if (links.Read(link, clock.GetUtcNow()).Refused(out var problem, out var opened)) return problem;
        if (!opened.IsExpired) return opened.Order;
        if (await db.Orders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == opened.Order, cancel) is not { } order) return OrderProblems.NotFound;
        return await IsBuyerAsync(shopper, order, cancel) ? order.Id : OrderProblems.LinkExpired;
    }

    public async Task<Result<string>> MailboxOfAsync(string orderLink, CancellationToken cancel)
    {
        if (links.Read(orderLink, clock.GetUtcNow()).Refused(out var problem, out var opened)) return problem;
        return await db.Orders.Where(o => o.Id == opened.Order).Select(o => o.ContactEmail).FirstOrDefaultAsync(cancel) is { } email ? email : OrderProblems.NotFound;
    }
}
