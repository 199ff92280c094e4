using Hilo.Web.Backoffice;
using Hilo.Web.StoreFloor.HandOver;
using Hilo.Web.StoreFloor.Queue;
using Hilo.Web.StoreFloor.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Web.StoreFloor;

internal static class StoreFloorModule
{
    public static IServiceCollection AddStoreFloor(this IServiceCollection services) => services.AddScoped<FloorShells>();

    public static void MapStoreFloor(this RouteGroupBuilder pages)
    {
        var floor = pages.MapGroup("/piso").ForStaff();
        ShowPlaces.Map(floor);
        ShowQueue.Map(floor);
        ShowWork.Map(floor);
        MoveWork.Map(floor);
        ReportMissing.Map(floor);
        ScanPass.Map(floor);
        HandOverPickup.Map(floor);
    }
}
