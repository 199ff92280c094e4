using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Orders;

internal sealed class SalesChannelMapping : IEntityTypeConfiguration<SalesChannel>
{
    public void Configure(EntityTypeBuilder<SalesChannel> channel) =>
        channel.ToTable("orders_sales_channels").Property(c => c.Version).IsConcurrencyToken();
}
