using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Hilo.Web.Backoffice;
using Hilo.Web.Gallery;
using Hilo.Web.StoreFloor;
using Hilo.Web.Storefront;

namespace Hilo.Web;

/// <summary>The screens: pages rendered on the server that read and write through the public HTTP API only.</summary>
public static partial class Screens
{
    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAntiforgery();
        return services.AddStorefront().AddBackoffice().AddStoreFloor();
    }

    /// <summary>The shop's own page for an address that nothing answers.</summary>
    /// <remarks>No fallback endpoint: one would match every path, and so hide that the API knows an address but not that method or content type.</remarks>
    public static IApplicationBuilder UseScreens(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var isPage = http.GetEndpoint() is null && HttpMethods.IsGet(http.Request.Method)
            && !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !Path.HasExtension(http.Request.Path);
        if (isPage) await (await NoSuchPageAsync(http)).ExecuteAsync(http);
        else await next(http);
    });

    private static async Task<IResult> NoSuchPageAsync(HttpContext http)
    {
        var services = http.RequestServices;
        return await services.GetRequiredService<ShopMemory>().FindAsync(services.GetRequiredService<HiloClient>(), http.RequestAborted) is null
            ? NotOpenYet.Answer(http)
            : await Refusals.NotFoundAsync(services.GetRequiredService<ShopShells>(), http.RequestAborted);
    }

    /// <param name="withGallery">The living style page at <c>/design</c>, for development and the demo.</param>
    public static IEndpointRouteBuilder MapScreens(this IEndpointRouteBuilder app, bool withGallery = false)
    {
        Embedded.Map(app);
        // The build says it too, but not under `dotnet run`.
        if (Embedded.Url("htmx.js") is null) WithoutLibraries(app.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Hilo.Web"));
        // A form without its token is refused before the handler runs, whatever the handler reads.
        var pages = app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        ChooseView.Map(pages);
        pages.MapStorefront();
        pages.MapBackoffice();
        pages.MapStoreFloor();
        if (withGallery) GalleryPage.Map(pages);
        return app;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Built without npm, so pages come without script, scanner and font. Install Node 18 or newer (Debian: sudo apt-get install -y npm) and build again.")]
    private static partial void WithoutLibraries(ILogger log);
}
