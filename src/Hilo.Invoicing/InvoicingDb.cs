using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

internal sealed class InvoicingDb(DbContextOptions<InvoicingDb> options) : ModuleDb(options)
{
    public DbSet<Issuer> Issuers => Set<Issuer>();

    public DbSet<FiscalPoint> Points => Set<FiscalPoint>();

    public DbSet<Series> Series => Set<Series>();

    public DbSet<FiscalDocument> Documents => Set<FiscalDocument>();

    public DbSet<ChannelRule> ChannelRules => Set<ChannelRule>();

    public DbSet<ExternalSale> ExternalSales => Set<ExternalSale>();

    public DbSet<ClosedMonth> ClosedMonths => Set<ClosedMonth>();

    public DbSet<TributeRate> TributeRates => Set<TributeRate>();

    public DbSet<ExportEntryRow> ExportRecords => Set<ExportEntryRow>();

    public DbSet<ExportDelivery> ExportDeliveries => Set<ExportDelivery>();

    public DbSet<KeptLayout> ExportLayouts => Set<KeptLayout>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Omission> Omissions => Set<Omission>();

    public DbSet<AgencyParameter> Parameters => Set<AgencyParameter>();

    public DbSet<ParameterRead> ParameterReads => Set<ParameterRead>();

    public DbSet<Caea> Caeas => Set<Caea>();

    public DbSet<CaeaClosing> CaeaClosings => Set<CaeaClosing>();

    public DbSet<FceBuyer> FceBuyers => Set<FceBuyer>();

    public DbSet<KeptExchange> Exchanges => Set<KeptExchange>();

    public DbSet<ForeignVoucher> ForeignVouchers => Set<ForeignVoucher>();
}
