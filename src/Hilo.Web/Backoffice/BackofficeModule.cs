using Hilo.Web.Backoffice.Orders;
using Hilo.Web.Backoffice.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Web.Backoffice;

internal static class BackofficeModule
{
    public static IServiceCollection AddBackoffice(this IServiceCollection services) => services.AddScoped<OfficeShells>();

    public static void MapBackoffice(this RouteGroupBuilder pages)
    {
        StaffSignInPages.Map(pages);
        var office = pages.MapGroup("/oficina").ForStaff();
        office.MapGet("", () => Page.GoTo("/oficina/pedidos"));
        ListOrders.Map(office);
        ShowOrder.Map(office);
        CancelOrder.Map(office);
        RecordPayment.Map(office);
    }
}
