using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Invoicing;

internal sealed class InvoicingMapping :
    IEntityTypeConfiguration<Issuer>, IEntityTypeConfiguration<FiscalPoint>, IEntityTypeConfiguration<Series>, IEntityTypeConfiguration<FiscalDocument>,
    IEntityTypeConfiguration<ChannelRule>, IEntityTypeConfiguration<Omission>, IEntityTypeConfiguration<KeptExchange>, IEntityTypeConfiguration<ForeignVoucher>
{
    public void Configure(EntityTypeBuilder<Issuer> builder) => builder.ToTable("invoicing_issuers").Property(i => i.Version).IsConcurrencyToken();

    public void Configure(EntityTypeBuilder<FiscalPoint> builder) => builder.ToTable("invoicing_points");

    public void Configure(EntityTypeBuilder<Series> builder) => builder.ToTable("invoicing_series").Ignore(s => s.LastDay);

    public void Configure(EntityTypeBuilder<FiscalDocument> builder)
    {
        builder.ToTable("invoicing_documents").Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Total).Ignore(d => d.Says).Ignore(d => d.Decided).Ignore(d => d.Frozen).Ignore(d => d.AgencyNotes);
    }

    public void Configure(EntityTypeBuilder<ChannelRule> builder) => builder.ToTable("invoicing_channel_rules").HasKey(r => r.SalesChannelId);

    public void Configure(EntityTypeBuilder<Omission> builder) => builder.ToTable("invoicing_omissions").HasKey(o => o.OrderId);

    public void Configure(EntityTypeBuilder<KeptExchange> builder) => builder.ToTable("invoicing_exchanges");

    public void Configure(EntityTypeBuilder<ForeignVoucher> builder) => builder.ToTable("invoicing_foreign_vouchers").HasKey(v => new { v.SeriesId, v.Number });
}
