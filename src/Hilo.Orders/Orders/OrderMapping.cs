using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Orders;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("orders_orders").Property(o => o.Version).IsConcurrencyToken();
        order.Property(o => o.ReceiverAddress).IsStoredAsJson();
        order.Property(o => o.ShipTo).IsStoredAsJson();
        order.Property(o => o.Taxes).IsStoredAsJson();
        order.Property(o => o.ShippingParts).IsStoredAsJson();
        // Its check adds up goods, discounts and delivery (decision 0006).
        order.Property(o => o.PricesMinor).HasColumnName("total_minor");
        order.Property(o => o.Tributes).IsStoredAsJson();
        order.Ignore(o => o.Total);
        order.Ignore(o => o.Canceled);
        order.Ignore(o => o.Due);
        order.Ignore(o => o.Changed);
        order.Ignore(o => o.HasRightTributes);
        order.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId);
        order.HasMany(o => o.FulfillmentOrders).WithOne().HasForeignKey(f => f.OrderId);
        order.HasMany(o => o.Sourcing).WithOne().HasForeignKey(s => s.OrderId);
    }
}

internal sealed class OrderLineMapping : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("orders_order_lines");
        line.Property(l => l.Adjustments).IsStoredAsJson();
        line.Ignore(l => l.Open);
        line.Ignore(l => l.OwedMinor);
    }
}

internal sealed class SourcingDecisionMapping : IEntityTypeConfiguration<SourcingDecision>
{
    public void Configure(EntityTypeBuilder<SourcingDecision> decision)
    {
        decision.ToTable("orders_sourcing_decisions");
        decision.Property(d => d.Candidates).IsStoredAsJson();
    }
}
