using Hilo.Web.Backoffice.Customers;
using Hilo.Web.Backoffice.Home;
using Hilo.Web.Backoffice.Imports;
using Hilo.Web.Backoffice.Invoicing;
using Hilo.Web.Backoffice.Locations;
using Hilo.Web.Backoffice.Log;
using Hilo.Web.Backoffice.Mails;
using Hilo.Web.Backoffice.Merchant;
using Hilo.Web.Backoffice.Orders;
using Hilo.Web.Backoffice.Papers;
using Hilo.Web.Backoffice.Payments;
using Hilo.Web.Backoffice.PriceLists;
using Hilo.Web.Backoffice.Products;
using Hilo.Web.Backoffice.Refunds;
using Hilo.Web.Backoffice.SalesChannels;
using Hilo.Web.Backoffice.SignIn;
using Hilo.Web.Backoffice.Stock;
using Hilo.Web.Backoffice.Team;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Web.Backoffice;

internal static class BackofficeModule
{
    public static IServiceCollection AddBackoffice(this IServiceCollection services) => services.AddScoped<OfficeShells>();

    public static void MapBackoffice(this RouteGroupBuilder pages)
    {
        StaffSignInPages.Map(pages);
        StaffSetup.Map(pages);
        var office = pages.MapGroup("/oficina").ForStaff();
        ShowHome.Map(office);
        ManageTeam.Map(office);
        SetUpMerchant.Map(office);
        PrintPaper.Map(office);
        ManageLegalEntities.Map(office);
        ManageLocations.Map(office);
        ManageChannels.Map(office);
        ManagePrices.Map(office);
        ListOrders.Map(office);
        ShowOrder.Map(office);
        CancelOrder.Map(office);
        RecordPayment.Map(office);
        ChangeCharge.Map(office);
        ListCustomers.Map(office);
        ShowCustomer.Map(office);
        ListProducts.Map(office);
        StartImport.Map(office);
        WatchImport.Map(office);
        EditProduct.Map(office);
        ListStock.Map(office);
        ShowVariantStock.Map(office);
        AdjustStock.Map(office);
        ListPayments.Map(office);
        ShowLog.Map(office);
        ListRefunds.Map(office);
        SettleRefund.Map(office);
        ListDocuments.Map(office);
        SetUpIssuer.Map(office);
        ShowHealth.Map(office);
        ShowDocument.Map(office);
        CorrectAbroad.Map(office);
        ShowBooks.Map(office);
        SetRules.Map(office);
        TakeExternalSales.Map(office);
        ExportToErp.Map(office);
        ListMails.Map(office);
        EditTemplate.Map(office);
        ShowMail.Map(office);
    }
}
