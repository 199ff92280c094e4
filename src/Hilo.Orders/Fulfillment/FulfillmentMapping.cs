using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Orders;

internal sealed class FulfillmentOrderMapping : IEntityTypeConfiguration<FulfillmentOrder>
{
    public void Configure(EntityTypeBuilder<FulfillmentOrder> work)
    {
        work.ToTable("orders_fulfillment_orders").Property(f => f.Version).IsConcurrencyToken();
        work.Ignore(f => f.IsHere);
        work.HasMany(f => f.Lines).WithOne().HasForeignKey(l => l.FulfillmentOrderId);
    }
}

internal sealed class FulfillmentLineMapping : IEntityTypeConfiguration<FulfillmentLine>
{
    public void Configure(EntityTypeBuilder<FulfillmentLine> line) =>
        line.ToTable("orders_fulfillment_lines").HasKey(l => new { l.FulfillmentOrderId, l.OrderLineId, l.Source });
}
