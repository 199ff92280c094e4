namespace Hilo.Platform;

/// <summary>What the platform itself offers over HTTP: sign-in, staff, the merchant. Added after storage and edge, like a capability.</summary>
public static class PlatformModule
{
    /// <param name="dataFolder">Where keys and files live.</param>
    public static IServiceCollection AddPlatform(this IServiceCollection services, string dataFolder)
    {
        services.AddSecrets(dataFolder);
        services.AddModuleDb<PlatformDb>(tablePrefix: "platform");
        services.AddValidation();
        services.AddProblemPages([.. SignInProblems.Pages, .. MerchantSettings.Pages, .. FolderFiles.Pages, .. FetchProblems.Pages]);
        services.Every<ForgetOldAnswers>(TimeSpan.FromHours(1));
        services.Every<ForgetEvents>(TimeSpan.FromHours(1));
        services.AddSingleton(p => new LiveStreams(
            p.GetRequiredService<LiveLog>(), p.GetRequiredService<SessionScopes>(), p.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>(), p.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Passwords>();
        services.AddScoped<StaffSignIn>();
        services.AddScoped<SetPassword>();
        services.AddSingleton(p => new FirstOwnerLink(p.GetRequiredService<SessionScopes>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new DemoSignIn(p.GetRequiredService<SignedLinks>(), p.GetRequiredService<SessionScopes>(), p.GetRequiredService<TimeProvider>()));
        services.AddScoped(p => new ShopperTickets(p.GetRequiredService<DbSession>(), p.GetRequiredService<SessionCookies>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<KnownMerchant>().AddScoped<IMerchant, CurrentMerchant>();
        services.AddScoped<IStaffNames, StaffNames>();
        services.AddSingleton<IFiles>(new FolderFiles(Path.Combine(dataFolder, "files")));
        services.AddSingleton(p => new GuardedFetcher(p.GetRequiredService<IConfiguration>()));
        return services;
    }

    public static RouteGroupBuilder MapPlatform(this RouteGroupBuilder api)
    {
        StaffSessions.Map(api);
        LogEndpoints.Map(api);
        StaffMembers.Map(api);
        SetPassword.Map(api);
        MerchantSettings.Map(api);
        return api;
    }
}
