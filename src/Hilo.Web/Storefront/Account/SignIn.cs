using System.ComponentModel.DataAnnotations;

namespace Hilo.Web.Storefront.Account;

/// <summary>Signing in with a code by e-mail: no password to forget. What is said never tells whether an account exists.</summary>
internal static class SignIn
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/ingresar", async (string? volver, ShopShells shells, CancellationToken cancel) => Page.Of<SignInPage>(new { Shell = await shells.LoadAsync(cancel), Then = volver }));
        pages.MapPost("/ingresar", AskForCodeAsync);
        pages.MapGet("/ingresar/codigo", ShowCodeAsync);
        pages.MapPost("/ingresar/codigo", EnterAsync);
        pages.MapPost("/salir", LeaveAsync);
    }

    private static async Task<IResult> AskForCodeAsync(IFormCollection form, HttpContext context, HiloClient client, ShopShells shells, CancellationToken cancel)
    {
        var email = form["email"].ToString().Trim();
        if (email.Length is 0 or > 254 || !new EmailAddressAttribute().IsValid(email))
            return Page.Of<SignInPage>(new { Shell = await shells.LoadAsync(cancel), Email = email, Then = form["volver"].ToString(), Error = Checkout.CheckoutTexts.WrongEmail }, StatusCodes.Status422UnprocessableEntity);
        if ((await client.Account.RequestCodeAsync(new RequestSignInCodeRequest(email), cancel)).Refused(out var problem, out var challenge))
        {
            Flash.Refuse(context, problem);
            return Page.GoTo("/ingresar");
        }
        ChallengeCookie.Keep(context, challenge, form["volver"].ToString());
        return Page.GoTo("/ingresar/codigo");
    }

    private static async Task<IResult> ShowCodeAsync(HttpContext context, ShopShells shells, CancellationToken cancel) =>
        ChallengeCookie.Read(context) is not var (_, then) ? Page.GoTo("/ingresar") : Page.Of<CodePage>(new { Shell = await shells.LoadAsync(cancel), Then = then });

    private static async Task<IResult> EnterAsync(IFormCollection form, HttpContext context, HiloClient client, ShopShells shells, CancellationToken cancel)
    {
        if (ChallengeCookie.Read(context) is not var (challenge, then)) return Page.GoTo("/ingresar");
        var code = string.Concat(form["code"].ToString().Where(char.IsAsciiDigit));
        if (code.Length != 6)
            return Page.Of<CodePage>(new { Shell = await shells.LoadAsync(cancel), Then = then, Error = AccountTexts.SixDigits }, StatusCodes.Status422UnprocessableEntity);
        if ((await client.Account.SignInAsync(new SignInWithCodeRequest(challenge, code), cancel)).Refused(out var problem, out _))
            return Page.Of<CodePage>(new { Shell = await shells.LoadAsync(cancel), Then = then, Error = $"{problem.Title ?? problem.Detail} {problem.WhatToDo}".Trim() }, StatusCodes.Status422UnprocessableEntity);
        ChallengeCookie.Forget(context);
        return Page.BackTo(then, ShopPages.Account);
    }

    private static async Task<IResult> LeaveAsync(IFormCollection form, HiloClient client, CancellationToken cancel)
    {
        // Leaving twice, or after the session ended elsewhere, is leaving all the same.
        _ = form;
        await client.Account.SignOutAsync(cancel);
        return Page.GoTo("/");
    }
}
