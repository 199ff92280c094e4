namespace Hilo.Platform;

public static class HiloLogging
{
    /// <summary>One JSON line per entry outside of development. No personal data: routes are logged as templates, never addresses or bodies.</summary>
    public static WebApplicationBuilder AddHiloLogging(this WebApplicationBuilder builder)
    {
        Trace.BeginWithTheTime();
        var logging = builder.Logging;
        // The framework's own request lines carry the whole address, and addresses may hold tokens.
        logging.AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Mvc", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Http", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (builder.Environment.IsDevelopment() || builder.Configuration.GetValue("Hilo:Demo", false)) return builder;
        logging.ClearProviders();
        logging.AddJsonConsole(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "O";
        });
        return builder;
    }
}
