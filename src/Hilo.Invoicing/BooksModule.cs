using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>The shop's side of invoicing: when documents are due, sales of other systems, tributes, books.</summary>
internal static class BooksModule
{
    public static IServiceCollection AddBooks(this IServiceCollection services) => services
        .AddSingleton<INameBuyers, NameBuyers>()
        .AddScoped<ReadBook>().AddScoped<IssueExternalSales>().AddScoped<ExportRecords>()
        .On<FiscalDocumentAuthorized, WhenDocumentAuthorized>()
        .Every<CheckDocuments>(TimeSpan.FromSeconds(30));

    public static void Map(RouteGroupBuilder invoicing)
    {
        ChannelRules.Map(invoicing);
        ManageTributes.Map(invoicing);
        ShowNorms.Map(invoicing);
        TakeExternalSales.Map(invoicing);
        DownloadBook.Map(invoicing);
        CloseMonth.Map(invoicing);
        ReconcileMonth.Map(invoicing);
        ReportSales.Map(invoicing);
        ExportToErp.Map(invoicing);
        ExportLayouts.Map(invoicing);
    }
}
