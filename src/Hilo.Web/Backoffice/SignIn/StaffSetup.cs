using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.SignIn;

/// <summary><c>/setup/{token}</c>: the page behind a one-time link. The first one makes the shop's owner, the others let invited people choose their password.</summary>
internal static class StaffSetup
{
    private const int ShortestPassword = 10;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/setup/{token}", (string token) => Page.Of<StaffSetupPage>(new { Token = token }));
        pages.MapPost("/setup/{token}", UseAsync);
    }

    private static async Task<IResult> UseAsync(
        string token, [FromForm] string? email, [FromForm] string? name, [FromForm] string? password, HiloClient client, CancellationToken cancel)
    {
        if (password is not { Length: >= ShortestPassword }) return Show(StatusCodes.Status422UnprocessableEntity, passwordError: OfficeTexts.PasswordTooShort);
        return (await client.Staff.SetPasswordAsync(new SetPasswordRequest(token, password, Filled(email), Filled(name)), cancel)).Refused(out var problem, out var opened)
            ? Show(problem.Status, problem)
            : Page.GoTo(StaffSignInPages.HomeOf(opened.Staff.Role));

        IResult Show(int status, Problem? refusal = null, string? passwordError = null) =>
            Page.Of<StaffSetupPage>(new { Token = token, Email = email, Name = name, Problem = refusal, PasswordError = passwordError }, status);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
