using Hilo.Sandbox.Agency;
using Hilo.Sandbox.Gateway;
using Hilo.Sandbox.Mail;
using Hilo.Sandbox.Pages;
using Hilo.Sandbox.Pictures;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Hilo.Sandbox;

public static class SandboxModule
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, Action<SandboxOptions>? configure = null)
    {
        services.AddOptions<SandboxOptions>().BindConfiguration("Sandbox").Configure(options => configure?.Invoke(options));
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(WebhookSender.Client, client => client.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();
        services.AddSingleton<SandboxMemory>();
        services.AddSingleton<GatewayFaults>().AddSingleton<GatewayBook>().AddSingleton<WebhookSender>();
        services.AddSingleton<AgencyFaults>().AddSingleton(p => new AgencyBook(p.GetRequiredService<SandboxMemory>(), p.GetRequiredService<TimeProvider>())).AddSingleton(p => new AgencyCaeas(p.GetRequiredService<SandboxMemory>(), p.GetRequiredService<TimeProvider>())).AddSingleton(p => new AgencyExports(p.GetRequiredService<SandboxMemory>(), p.GetRequiredService<TimeProvider>())).AddSingleton<AgencyAuthority>();
        services.AddSingleton<MailFaults>().AddSingleton(p => new MailCatcher(p.GetRequiredService<IOptions<SandboxOptions>>().Value.MostMails, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<SandboxMemory>())).AddSingleton<PictureFaults>();
        return services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>()).AddHostedService<SmtpListener>();
    }

    /// <summary>Everything is anonymous and outside the product's API description: these are other people's systems.</summary>
    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder app, string prefix = "/sandbox")
    {
        var sandbox = app.MapGroup(prefix).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        GatewayApi.Map(sandbox.MapGroup("/gateway"));
        CheckoutPage.Map(sandbox.MapGroup("/gateway"));
        AgencySoap.Map(sandbox.MapGroup("/arca"));
        MailApi.Map(sandbox.MapGroup("/mail"));
        InboxPages.Map(sandbox.MapGroup("/mail"));
        PictureHost.Map(sandbox);
        PageAssets.Map(sandbox);
        return app;
    }
}
