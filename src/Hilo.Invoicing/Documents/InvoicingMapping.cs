using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Invoicing;

internal sealed class InvoicingMapping :
    IEntityTypeConfiguration<Issuer>, IEntityTypeConfiguration<FiscalPoint>, IEntityTypeConfiguration<Series>, IEntityTypeConfiguration<FiscalDocument>,
    IEntityTypeConfiguration<ChannelRule>, IEntityTypeConfiguration<ExternalSale>, IEntityTypeConfiguration<ClosedMonth>, IEntityTypeConfiguration<TributeRate>,
    IEntityTypeConfiguration<ExportEntryRow>, IEntityTypeConfiguration<ExportDelivery>, IEntityTypeConfiguration<KeptLayout>, IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<Omission>, IEntityTypeConfiguration<KeptExchange>, IEntityTypeConfiguration<ForeignVoucher>, IEntityTypeConfiguration<AgencyParameter>, IEntityTypeConfiguration<ParameterRead>,
    IEntityTypeConfiguration<Caea>, IEntityTypeConfiguration<CaeaClosing>, IEntityTypeConfiguration<FceBuyer>
{
    public void Configure(EntityTypeBuilder<Issuer> builder) => builder.ToTable("invoicing_issuers").Ignore(i => i.Fce).Property(i => i.Version).IsConcurrencyToken();

    public void Configure(EntityTypeBuilder<FiscalPoint> builder) => builder.ToTable("invoicing_points");

    public void Configure(EntityTypeBuilder<Series> builder) => builder.ToTable("invoicing_series").Ignore(s => s.LastDay);

    public void Configure(EntityTypeBuilder<FiscalDocument> builder)
    {
        builder.ToTable("invoicing_documents").Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Total).Ignore(d => d.Says).Ignore(d => d.Decided).Ignore(d => d.Frozen).Ignore(d => d.Windowed).Ignore(d => d.AgencyNotes).Ignore(d => d.NotesOfReport);
    }

    public void Configure(EntityTypeBuilder<ChannelRule> builder) => builder.ToTable("invoicing_channel_rules").HasKey(r => r.SalesChannelId);

    public void Configure(EntityTypeBuilder<ExternalSale> builder) => builder.ToTable("invoicing_external_sales").HasKey(e => e.Reference);

    public void Configure(EntityTypeBuilder<ClosedMonth> builder) => builder.ToTable("invoicing_closed_months").HasKey(m => new { m.IssuerId, m.Month });

    public void Configure(EntityTypeBuilder<TributeRate> builder)
    {
        builder.ToTable("invoicing_tribute_rates").Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.RatePercent).Ignore(r => r.Receivers);
    }

    public void Configure(EntityTypeBuilder<ExportEntryRow> builder)
    {
        builder.ToTable("invoicing_export_records").HasKey(r => r.Position);
        builder.Property(r => r.Position).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ExportDelivery> builder) => builder.ToTable("invoicing_export_deliveries");

    public void Configure(EntityTypeBuilder<KeptLayout> builder) => builder.ToTable("invoicing_export_layouts").Property(l => l.Version).IsConcurrencyToken();

    public void Configure(EntityTypeBuilder<Account> builder) => builder.ToTable("invoicing_accounts").HasKey(a => a.AccountKey);

    public void Configure(EntityTypeBuilder<Omission> builder) => builder.ToTable("invoicing_omissions").HasKey(o => o.OrderId);

    public void Configure(EntityTypeBuilder<KeptExchange> builder) => builder.ToTable("invoicing_exchanges");

    public void Configure(EntityTypeBuilder<AgencyParameter> builder) => builder.ToTable("invoicing_parameters");

    public void Configure(EntityTypeBuilder<ParameterRead> builder) => builder.ToTable("invoicing_parameter_reads").HasKey(r => new { r.Scope, r.TableName });

    public void Configure(EntityTypeBuilder<Caea> builder) => builder.ToTable("invoicing_caeas");

    public void Configure(EntityTypeBuilder<CaeaClosing> builder) => builder.ToTable("invoicing_caea_closings").HasKey(c => new { c.CaeaId, c.Point });

    public void Configure(EntityTypeBuilder<FceBuyer> builder) => builder.ToTable("invoicing_fce_buyers").HasKey(b => b.Cuit);

    public void Configure(EntityTypeBuilder<ForeignVoucher> builder) => builder.ToTable("invoicing_foreign_vouchers").HasKey(v => new { v.SeriesId, v.Number });
}
