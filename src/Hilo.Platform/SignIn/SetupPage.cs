using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using static Hilo.Platform.PlainPage;

namespace Hilo.Platform;

/// <summary><c>/setup/{token}</c>: the form behind a one-time link. Works before anything else of the shop does.</summary>
internal static class SetupPage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/setup/{token}", (string token, HttpContext http, IAntiforgery antiforgery) => ShowAsync(http, antiforgery, token, null)).AllowAnyone().ExcludeFromDescription();
        app.MapPost("/setup/{token}", UseAsync).AllowAnyone().LimitAttempts().ExcludeFromDescription();
    }

    private static async Task UseAsync(
        string token, [FromForm] string? email, [FromForm] string? name, [FromForm] string? password,
        SetPassword set, DbSession session, IAntiforgery antiforgery, HttpContext http, CancellationToken cancel)
    {
        session.Facts = OneTransaction.FactsOf(http);
        if (password is not { Length: >= 10 and <= 200 } || email is { Length: > 254 } || name is { Length: > 120 } || token.Length > 100)
        {
            await ShowAsync(http, antiforgery, token, EdgeProblems.Invalid);
            return;
        }
        var request = new SetPasswordRequest(token, password, Filled(email), Filled(name));
        if ((await set.UseAsync(request, http, cancel)).Refused(out var problem, out _))
        {
            await session.RollbackAsync(CancellationToken.None);
            await ShowAsync(http, antiforgery, token, problem);
            return;
        }
        await session.CommitAsync(CancellationToken.None);
        http.Response.Redirect("/", permanent: false, preserveMethod: false);
    }

    private static Task ShowAsync(HttpContext http, IAntiforgery antiforgery, string token, Problem? problem)
    {
        var catalog = http.RequestServices.GetRequiredService<ProblemCatalog>();
        var tokens = antiforgery.GetAndStoreTokens(http);
        var english = ProblemCatalog.InEnglish;
        if (problem is not null) http.Response.StatusCode = problem.Status;
        var refusal = problem is not null && catalog.TextOf(problem.Code) is { } text ? $"<p role=\"alert\"><strong>{Safe(text.Title)}.</strong> {Safe(text.WhatToDo)}</p>" : "";
        return WriteAsync(http, english ? "Your access to Hilo" : "Tu acceso a Hilo",
            $"{refusal}<form method=\"post\" action=\"/setup/{Uri.EscapeDataString(token)}\">"
            + $"<input type=\"hidden\" name=\"{Safe(tokens.FormFieldName)}\" value=\"{Safe(tokens.RequestToken!)}\">"
            + $"<p>{(english ? "The first owner also fills in name and e-mail; an invited person does not need to." : "La primera persona dueña completa también nombre y correo; si te invitaron no hace falta.")}</p>"
            + Field("name", english ? "Name" : "Nombre", "text", "name")
            + Field("email", english ? "E-mail" : "Correo", "email", "username")
            + Field("password", english ? "New password (10 characters or more)" : "Contraseña nueva (10 caracteres o más)", "password", "new-password")
            + $"<p><button>{(english ? "Save and enter" : "Guardar y entrar")}</button></p></form>");
    }

    private static string Field(string name, string label, string type, string autocomplete) =>
        $"<p><label>{Safe(label)}<br><input name=\"{name}\" type=\"{type}\" autocomplete=\"{autocomplete}\"{(type == "password" ? " required minlength=\"10\"" : "")}></label></p>";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
