using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>Fiscal documents: every paid sale gets the right one, at the agency and on paper.</summary>
public static class InvoicingModule
{
    public static IServiceCollection AddInvoicing(this IServiceCollection services)
    {
        services.AddHttpClient(SoapCalls.Client).ConfigurePrimaryHttpMessageHandler(SoapCalls.Handler).RemoveAllLoggers();
        return services
            .AddModuleDb<InvoicingDb>(tablePrefix: "invoicing")
            .AddValidation()
            .AddProblemPages(InvoicingProblems.Pages)
            .AddSingleton<AgencySettings>().AddSingleton<ProvincialLegends>().AddSingleton<Norms>().AddSingleton<AgencyClocks>().AddSingleton<SoapCalls>().AddSingleton<Breakers>().AddSingleton<AccessTickets>().AddSingleton<AgencyCalls>().AddSingleton<Wsfe>().AddSingleton<Wsfex>().AddSingleton<Authorizers>()
            .AddSingleton<SeriesLeases>().AddSingleton<SettleSeries>().AddSingleton<Contingents>().AddSingleton<WriteContingency>().AddSingleton<SeriesWriter>()
            .AddSingleton<ConnectionTest>().AddSingleton<Registry>().AddSingleton<Taxpayers>().AddSingleton<CheckReceivers>().AddSingleton<AskingIssuer>().AddSingleton<Quotes>().AddScoped<ParameterTables>().AddScoped<IssuerViews>().AddScoped<DocumentViews>().AddScoped<DocumentSale>().AddSingleton<Logos>().AddScoped<FiscalPapers>().AddScoped<IFiscalPapers>(scope => scope.GetRequiredService<FiscalPapers>())
            .Follow<ChargeTributes>().AddSingleton<IChargeTributes>(services => services.GetRequiredService<ChargeTributes>())
            .ReadsAhead<SalesAhead>()
            .On<OrderPaid, WhenOrderPaid>()
            .On<OrderCanceled, WhenOrderCanceled>()
            .On<UnitsCanceled, WhenUnitsCanceled>()
            .On<ChargeChanged, WhenChargeChanged>()
            .On<OrderShipped, WhenOrderShipped>()
            .On<OrderHandedOver, WhenOrderHandedOver>()
            .Every<IssueDocuments>(TimeSpan.FromSeconds(1), onEveryNode: true)
            .Every<WatchAgency>(TimeSpan.FromSeconds(5))
            .Every<SwitchCertificates>(TimeSpan.FromSeconds(15))
            .Every<ReportContingency>(TimeSpan.FromSeconds(5))
            .Every<KeepCaeas>(TimeSpan.FromMinutes(1))
            .Every<RefreshParameters>(TimeSpan.FromMinutes(5))
            .Every<ForgetTaxpayers>(TimeSpan.FromHours(6))
            .AddBooks()
            .AddInvoicingInvariants();
    }

    public static RouteGroupBuilder MapInvoicing(this RouteGroupBuilder api)
    {
        // A legend or norm that cannot be read keeps the program from starting.
        var services = ((IEndpointRouteBuilder)api).ServiceProvider;
        _ = (services.GetRequiredService<ProvincialLegends>(), services.GetRequiredService<Norms>());
        var invoicing = api.MapGroup("/invoicing").WithTags("Invoicing");
        ManageIssuers.Map(invoicing);
        CheckConnection.Map(invoicing);
        ManageContingency.Map(invoicing);
        RenewCertificate.Map(invoicing);
        ManageFce.Map(invoicing);
        ShowHealth.Map(invoicing);
        ShowRate.Map(invoicing);
        ListDocuments.Map(invoicing);
        ShowDocument.Map(invoicing);
        CorrectDocument.Map(invoicing);
        CorrectAbroad.Map(invoicing);
        ShowAbroadTables.Map(invoicing);
        PrintDocument.Map(invoicing);
        BooksModule.Map(invoicing);
        var shop = api.MapGroup("/shop").WithTags("Shop").AllowAnyone();
        ShopDocuments.Map(shop);
        FindTaxpayer.Map(invoicing, shop);
        return api;
    }
}
