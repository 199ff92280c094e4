using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Orders by when they were paid.</summary>
internal sealed class ListSales(DbSession session) : IListSales
{
    public async Task<IReadOnlyList<OrderId>> PaidAsync(DateTimeOffset from, DateTimeOffset to, OrderId? after, int limit, CancellationToken cancel) => await session.QueryAsync(
        $"select id from orders_orders where paid_at >= {from} and paid_at < {to} and id > {after ?? OrderId.From(Guid.Empty)} order by id limit {limit}", row => row.Id<OrderId>(0), cancel);
}
