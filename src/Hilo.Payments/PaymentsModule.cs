using Hilo.Payments.Sales;
using Hilo.Platform;

namespace Hilo.Payments;

/// <summary>Money of sales: promised, taken, given back.</summary>
public static class PaymentsModule
{
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddModuleDb<PaymentsDb>(tablePrefix: "payments")
        .AddValidation()
        .AddScoped<ISalePayments, SalePayments>();
}
