using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Knows the person behind a purchase before the order is written, in a transaction of its own: the lane writes orders only.</summary>
internal sealed class Buyers(SessionScopes sessions, DbSession session)
{
    public async Task<CustomerId?> AttachAsync(CartContact? contact, SalesChannelId channel, CancellationToken cancel) => contact is null
        ? null
        : await sessions.RunAsync(session.Facts, (services, token) =>
            services.GetRequiredService<ICustomers>().AttachAsync(new ContactDetails(contact.Email, contact.Name, contact.Phone), channel, token), cancel);
}
