using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

internal sealed class OrdersDb(DbContextOptions<OrdersDb> options) : ModuleDb(options)
{
    public DbSet<SalesChannel> SalesChannels => Set<SalesChannel>();

    public DbSet<ShippingRateRow> ShippingRates => Set<ShippingRateRow>();

    public DbSet<Cart> Carts => Set<Cart>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<FulfillmentOrder> FulfillmentOrders => Set<FulfillmentOrder>();

    public DbSet<FulfillmentLine> FulfillmentLines => Set<FulfillmentLine>();

    public DbSet<PickupPass> PickupPasses => Set<PickupPass>();

    public DbSet<PassKey> PassKeys => Set<PassKey>();

    public DbSet<ChargeChange> ChargeChanges => Set<ChargeChange>();

    public DbSet<Revocation> Revocations => Set<Revocation>();

    public DbSet<SourcingDecision> SourcingDecisions => Set<SourcingDecision>();
}
