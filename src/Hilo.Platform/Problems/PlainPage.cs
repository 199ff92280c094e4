using System.Net;
using System.Text;

namespace Hilo.Platform;

/// <summary>Pages without design, for the moments when nothing else may be relied on: broken requests, problem codes, set-up.</summary>
internal static class PlainPage
{
    public static Task OfProblemAsync(HttpContext http, Problem problem)
    {
        var text = http.RequestServices.GetRequiredService<ProblemCatalog>().TextOf(problem.Code)
            ?? new(problem.Code, problem.Detail, "");
        return WriteAsync(http, text.Title, $"<p>{Safe(text.Cause)}</p><p>{Safe(text.WhatToDo)}</p><p><small>{Safe(problem.Code)} · {Safe(Trace.Of(http))}</small></p>");
    }

    /// <param name="html">Already safe.</param>
    public static Task WriteAsync(HttpContext http, string title, string html)
    {
        var language = ProblemCatalog.InEnglish ? "en" : "es";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + $"<title>{Safe(title)} · Hilo</title></head><body><main><h1>{Safe(title)}</h1>{html}</main></body></html>",
            Encoding.UTF8, http.RequestAborted);
    }

    public static string Safe(string text) => WebUtility.HtmlEncode(text);
}
