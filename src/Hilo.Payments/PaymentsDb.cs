using Hilo.Payments.Attempts;
using Hilo.Payments.Inbox;
using Hilo.Payments.Refunds;
using Hilo.Payments.Sales;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments;

internal sealed class PaymentsDb(DbContextOptions<PaymentsDb> options) : ModuleDb(options)
{
    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<PaymentAttempt> Attempts => Set<PaymentAttempt>();

    public DbSet<PaymentEvent> PaymentEvents => Set<PaymentEvent>();

    public DbSet<ProviderEvent> ProviderEvents => Set<ProviderEvent>();

    public DbSet<RefundDue> RefundsDue => Set<RefundDue>();

    public DbSet<RefundDueLine> RefundDueLines => Set<RefundDueLine>();

    public DbSet<Refund> Refunds => Set<Refund>();
}
