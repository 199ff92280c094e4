using System.Text;
using static Hilo.Platform.PlainPage;

namespace Hilo.Platform;

/// <summary><c>GET /problems</c> and <c>GET /problems/{code}</c>: what each code means and what to do, in the reader's language.</summary>
internal static class ProblemPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/problems", ListAsync).AllowAnyone().ExcludeFromDescription();
        app.MapGet("/problems/{code}", ShowAsync).AllowAnyone().ExcludeFromDescription();
    }

    private static Task ListAsync(HttpContext http, ProblemCatalog catalog)
    {
        var html = new StringBuilder("<ul>");
        foreach (var page in catalog.Pages) html.Append($"<li><a href=\"/problems/{Safe(page.Code)}\">{Safe(page.Code)}</a> {Safe(TextOf(page).Title)}</li>");
        return WriteAsync(http, ProblemCatalog.InEnglish ? "Problems" : "Problemas", html.Append("</ul>").ToString());
    }

    private static Task ShowAsync(string code, HttpContext http, ProblemCatalog catalog)
    {
        if (catalog.Find(code) is not { } page) return ProblemBoundary.WriteAsync(http, EdgeProblems.NotFound);
        var (text, english) = (TextOf(page), ProblemCatalog.InEnglish);
        return WriteAsync(http, text.Title,
            $"<p><code>{Safe(page.Code)}</code></p><h2>{(english ? "Why it happens" : "Por qué pasa")}</h2><p>{Safe(text.Cause)}</p>"
            + $"<h2>{(english ? "What to do" : "Qué hacer")}</h2><p>{Safe(text.WhatToDo)}</p><p><a href=\"/problems\">{(english ? "All problems" : "Todos los problemas")}</a></p>");
    }

    private static ProblemText TextOf(ProblemPage page) => ProblemCatalog.InEnglish ? page.En : page.Es;
}
