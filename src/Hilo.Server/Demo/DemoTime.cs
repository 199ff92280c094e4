namespace Hilo.Server.Demo;

/// <summary>Tells visitors from the history that is being made behind them: the two live at different times.</summary>
internal static class DemoTime
{
    /// <summary>Carries a secret of this process: nobody else can speak from the past.</summary>
    public const string Header = "X-Demo-History";

    /// <summary>Before everything else in the pipeline.</summary>
    public static void UseDemoTime(this WebApplication app, DemoClock clock, string secret) => app.Use(async (http, next) =>
    {
        if (!clock.IsBack || IsStandIn(http.Request.Path))
        {
            await next(http);
        }
        else if (http.Request.Headers[Header] == secret)
        {
            using (await clock.TellAsync(http.RequestAborted)) await next(http);
        }
        else if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            clock.BeVisitor();
            await next(http);
        }
        else
        {
            using (await clock.VisitAsync(http.RequestAborted)) await next(http);
        }
    });

    /// <summary>The stand-ins call and are called in the middle of both: they go with whoever is in turn.</summary>
    private static bool IsStandIn(PathString path) => path.StartsWithSegments("/sandbox", StringComparison.Ordinal) || path.StartsWithSegments("/hooks", StringComparison.Ordinal);
}
