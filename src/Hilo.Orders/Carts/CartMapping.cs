using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Orders;

internal sealed class CartMapping : IEntityTypeConfiguration<Cart>
{
    public void Configure(EntityTypeBuilder<Cart> cart)
    {
        cart.ToTable("orders_carts").Property(c => c.Version).IsConcurrencyToken();
        cart.Property(c => c.Lines).IsStoredAsJson();
        cart.Property(c => c.Contact).IsStoredAsJson();
        cart.Property(c => c.Delivery).IsStoredAsJson();
        cart.Property(c => c.Shipping).IsStoredAsJson();
        cart.Property(c => c.ChargeTributes).IsStoredAsJson();
        cart.Ignore(c => c.Charge);
        cart.Ignore(c => c.Hold);
    }
}
