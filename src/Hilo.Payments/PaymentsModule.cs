using Hilo.Payments.Attempts;
using Hilo.Payments.Gateways;
using Hilo.Payments.Gateways.Approving;
using Hilo.Payments.Gateways.StandIn;
using Hilo.Payments.Inbox;
using Hilo.Payments.Refunds;
using Hilo.Payments.Sales;
using Hilo.Platform;

namespace Hilo.Payments;

/// <summary>Money of sales: promised, taken, given back.</summary>
public static class PaymentsModule
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddOptions<CardOptions>().BindConfiguration("Payments:Card");
        services.AddHttpClient(PatientCalls.Client);
        services.AddSingleton<PatientCalls>().AddSingleton<CardGateways>();
        services.AddSingleton<ICardGateway, TestGateway>().AddSingleton<ICardGateway, ApprovingGateway>();
        services.AddScoped<ISalePayments, SalePayments>().AddScoped<ISaleMoneyViews, SaleMoneyViews>();
        services.AddScoped<CardPayments>().AddScoped<ICardPayments>(scope => scope.GetRequiredService<CardPayments>());
        services.AddScoped<OpenAttempts>().AddScoped<BookAnswers>().AddScoped<ICardBook, CardBook>().AddScoped<RefundBook>();
        services.AddSingleton<InboxSignal>().AddScoped<ProviderInbox>().AddHostedService<InboxWorker>();
        return services
            .AddModuleDb<PaymentsDb>(tablePrefix: "payments")
            .AddValidation()
            .AddProblemPages(PaymentProblems.Pages)
            .AddMoneyInvariants()
            .OnOutside<RefundOwed, WhenRefundOwed>()
            .Every<PollAttempts>(TimeSpan.FromSeconds(5))
            .Every<GiveBack>(TimeSpan.FromSeconds(5))
            .Every<ApplyProviderEvents>(TimeSpan.FromSeconds(5))
            .Every<ForgetProviderEvents>(TimeSpan.FromHours(1));
    }

    public static RouteGroupBuilder MapPayments(this RouteGroupBuilder api)
    {
        ShowSaleMoney.Map(api);
        RefundsDueApi.Map(api);
        DecideMismatch.Map(api);
        ProviderEventsApi.Map(api);
        return api;
    }

    /// <summary>Where providers call: outside the API, proven by their signature alone.</summary>
    public static IEndpointRouteBuilder MapPaymentHooks(this IEndpointRouteBuilder app)
    {
        ReceiveWebhook.Map(app);
        return app;
    }
}
