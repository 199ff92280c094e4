using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Web.Storefront;

/// <summary>What every address of the shop answers until the owner opens a sales channel.</summary>
/// <remarks>503 and not 200: search engines keep nothing of it and come back, and whoever watches the shop sees that it sells nothing.</remarks>
internal static class NotOpenYet
{
    private const string AskAgainSeconds = "600";

    public static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (http, services) = (call.HttpContext, call.HttpContext.RequestServices);
        var memory = services.GetRequiredService<ShopMemory>();
        var isOpen = memory.Fresh is not null || await memory.FindAsync(services.GetRequiredService<HiloClient>(), http.RequestAborted) is not null;
        return isOpen ? await next(call) : Answer(http);
    }

    public static IResult Answer(HttpContext http)
    {
        http.Response.Headers.RetryAfter = AskAgainSeconds;
        http.Response.Headers.CacheControl = "no-store";
        return Path.HasExtension(http.Request.Path)
            ? TypedResults.Text($"{NotOpenTexts.Title}\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable)
            : new RazorComponentResult<NotOpenPage> { StatusCode = StatusCodes.Status503ServiceUnavailable };
    }
}
