using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Localization;

namespace Hilo.Platform;

/// <summary>Everything between the socket and a capability's endpoint.</summary>
public static class HttpEdge
{
    public static IServiceCollection AddHttpEdge(this IServiceCollection services)
    {
        services.AddSingleton<ProblemCatalog>();
        services.AddProblemPages([.. EdgeProblems.Pages, .. IdempotencyProblems.Pages]);
        services.AddSingleton<RunningKeys>();
        services.AddSingleton<SessionCookies>();
        services.AddScoped<SessionLookup>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemHttp.Complete);
        services.AddSingleton<IProblemDetailsWriter, ProblemForEveryone>(); // After the framework's own, which looks at Accept.
        services.ConfigureHttpJsonOptions(json => HiloJson.MakeStrict(HiloJson.Configure(json.SerializerOptions)));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.Usual;
        });
        services.AddHttpContextAccessor();
        services.AddAttemptLimits();
        services.AddAntiforgery();
        services.AddDoor();
        services.AddApiDescription();
        services.Configure<RequestLocalizationOptions>(Languages);
        return services;
    }

    /// <summary>Before the first Map line. The order is the order in which a request passes.</summary>
    public static WebApplication UseHttpEdge(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<UnreadBodies>();
        app.UseRequestLocalization();
        app.UseMiddleware<ProblemBoundary>();
        app.Use(HeadAsGet);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<WhoCalls>();
        app.UseMiddleware<Admission>();
        app.UseAntiforgery();
        app.Use(RefuseForeignForms);
        app.UseMiddleware<OneTransaction>();
        return app;
    }

    /// <summary>The group that every capability maps its endpoints into.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        ProblemPages.Map(app);
        ServeFile.Map(app);
        HealthEndpoints.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnyone();
        return app.MapGroup("/api/v1");
    }

    /// <summary>HEAD is GET without the body (RFC 9110 9.3.2): link checkers and monitors ask so. The server keeps the body back by itself, since the wire said HEAD.</summary>
    private static Task HeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        return next(http);
    }

    /// <summary>The framework only notes that a form's token is missing or wrong.</summary>
    private static Task RefuseForeignForms(HttpContext http, RequestDelegate next) =>
        http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } ? ProblemBoundary.WriteAsync(http, EdgeProblems.FormExpired) : next(http);

    private static void Languages(RequestLocalizationOptions options)
    {
        CultureInfo[] known = [CultureInfo.GetCultureInfo("es-AR"), CultureInfo.GetCultureInfo("en")];
        options.DefaultRequestCulture = new RequestCulture(known[0]);
        (options.SupportedCultures, options.SupportedUICultures) = (known, known);
    }
}
