using Hilo.Platform;

namespace Hilo.Customers;

public static class CustomersModule
{
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddModuleDb<CustomersDb>(tablePrefix: "customers");
        services.AddValidation();
        services.AddProblemPages([.. CustomerProblems.Pages, .. ShopperSignInProblems.Pages]);
        services.AddScoped<AttachCustomer>();
        services.AddScoped<ICustomers>(p => p.GetRequiredService<AttachCustomer>());
        services.AddScoped<ISignInCodes, SignInCodes>();
        services.AddSingleton<BrowserMark>();
        services.Every<ForgetChallenges>(TimeSpan.FromHours(1));
        return services;
    }

    public static RouteGroupBuilder MapCustomers(this RouteGroupBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("Customers").RequirePermission(Permissions.CustomersRead);
        ListCustomers.Map(customers);
        ShowCustomer.Map(customers);
        SaveCustomer.Map(customers);
        ShowThread.Map(customers);
        var shop = api.MapGroup("/shop").WithTags("Shop");
        RequestSignInCode.Map(shop);
        SignInWithCode.Map(shop);
        return api;
    }
}
