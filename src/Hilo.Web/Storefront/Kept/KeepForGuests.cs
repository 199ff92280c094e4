using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Web.Storefront.Kept;

/// <summary>Answers guests with a page that was made before. Whoever carries anything of their own gets a page made for them.</summary>
internal sealed class KeepForGuests(KeptPages pages, ShopMemory memory) : IEndpointFilter
{
    private const int LongestAddress = 400;
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    /// <summary>Said by a handler that shows what no edition of the shop tells of, such as the stock of each store.</summary>
    public static void NoLongerThan(HttpContext http, TimeSpan life) => http.Items[typeof(KeepForGuests)] = life;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (KeyOf(http) is not { } key) return await next(context);
        var edition = (memory.Fresh ?? await memory.ReadAsync(http.RequestServices.GetRequiredService<HiloClient>(), http.RequestAborted)).Edition;
        if (pages.TryFind(key, edition, out var kept)) return kept;
        return await pages.MakeAsync(key, edition, () => MakeAsync(context, next), http.RequestAborted) ?? await next(context);
    }

    /// <summary>Null for a visitor of whom we know anything: a cookie that is not on this list makes the page theirs.</summary>
    private static KeptKey? KeyOf(HttpContext http)
    {
        var request = http.Request;
        if (http.User.Identity?.IsAuthenticated == true || request.Headers.Cookie.Count > 0 && !request.Cookies.All(c => IsNobodys(c.Key))) return null;
        var address = string.Concat(request.Path.Value, request.QueryString.Value);
        var origin = string.Concat(request.Scheme, request.Host.Value);
        return address.Length + origin.Length > LongestAddress ? null : new KeptKey(address, origin, CultureInfo.CurrentUICulture, Theme.Of(http));
    }

    private static bool IsNobodys(string cookie) =>
        cookie == CookieRequestCultureProvider.DefaultCookieName || cookie == Theme.Cookie || cookie.StartsWith(".AspNetCore.Antiforgery.", StringComparison.Ordinal);

    private static async Task<(KeptPage, TimeSpan?)> MakeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        FormPlace.LeaveOpen(http);
        var wire = http.Features.Get<IHttpResponseBodyFeature>();
        using var held = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(held));
        try
        {
            await ((IResult)(await next(context))!).ExecuteAsync(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(wire);
        }
        var page = new KeptPage(held.GetBuffer().AsSpan(0, (int)held.Length), http.Response.StatusCode);
        // A page that gave its visitor something to carry was theirs.
        var isForAll = http.Response.StatusCode == StatusCodes.Status200OK && http.Response.Headers.SetCookie.Count == 0;
        return (page, isForAll ? http.Items.TryGetValue(typeof(KeepForGuests), out var life) ? (TimeSpan)life! : Usual : null);
    }
}

internal static class KeepForGuestsConvention
{
    public static RouteHandlerBuilder KeepForGuests(this RouteHandlerBuilder page) => page.AddEndpointFilter<RouteHandlerBuilder, KeepForGuests>();
}
