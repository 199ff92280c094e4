using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.SignIn;

/// <summary>Staff comes in and goes out.</summary>
internal static class StaffSignInPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/entrar", (string? volver) => Page.Of<StaffSignInPage>(new { Then = volver }));
        pages.MapPost("/entrar", SignInAsync);
        pages.MapPost("/oficina/salir", SignOutAsync);
    }

    /// <summary>Where somebody begins to work.</summary>
    public static string HomeOf(StaffRole role) => role == StaffRole.Store ? "/piso" : "/oficina";

    private static async Task<IResult> SignInAsync([FromForm] string email, [FromForm] string password, [FromForm] string? volver, HiloClient client, CancellationToken cancel) =>
        (await client.Staff.SignInAsync(new OpenStaffSessionRequest(email, password), cancel)).Refused(out var problem, out var opened)
            ? Page.Of<StaffSignInPage>(new { Then = volver, Email = email, Problem = problem }, problem.Status)
            : Page.BackTo(volver, HomeOf(opened.Staff.Role));

    private static async Task<IResult> SignOutAsync(HiloClient client, CancellationToken cancel)
    {
        await client.Staff.SignOutAsync(cancel);
        return Page.GoTo("/entrar");
    }
}
