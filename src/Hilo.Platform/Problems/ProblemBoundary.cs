using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Hilo.Platform;

/// <summary>The outermost layer: whatever goes wrong, and whatever says only a status, answers problem details (the API) or a plain page.</summary>
internal sealed class ProblemBoundary(RequestDelegate next, ILogger<ProblemBoundary> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        using var trace = Trace.Ensure(http);
        try
        {
            // PostgreSQL has no NUL in text, and no address of ours needs one.
            if (http.Request.Path.Value!.Contains('\0', StringComparison.Ordinal) || http.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal))
                await WriteAsync(http, EdgeProblems.Malformed with { Detail = "The address contains a NUL character." });
            else if (!KnowsCharset(http.Request.ContentType))
                await WriteAsync(http, EdgeProblems.WrongMediaType with { Detail = "The Content-Type names a charset that does not exist. JSON is UTF-8." });
            else
                await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; for the log only. Of a stream the status was sent long ago.
            if (!http.Response.HasStarted) http.Response.StatusCode = 499;
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var problem = ProblemOf(e);
            if (problem.Status >= 500) Log.Failed(log, http.Request.Method, RouteOf(http), e);
            http.Response.Clear();
            await WriteAsync(http, problem);
            return;
        }
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0, ContentType: null })
            await WriteAsync(http, EdgeProblems.OfStatus(http.Response.StatusCode));
    }

    /// <summary>The framework looks for the charset when it reads the body, and takes an unknown one for a mistake of ours.</summary>
    private static bool KnowsCharset(string? contentType)
    {
        if (contentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) != true || !MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue) return true;
        return type.Encoding is not null;
    }

    internal static Problem ProblemOf(Exception e) => e switch
    {
        ProblemException refused => refused.Problem,
        BadHttpRequestException { InnerException: JsonException json } => EdgeProblems.Malformed with { Detail = Explain(json) },
        BadHttpRequestException { StatusCode: 400 } bad => EdgeProblems.Malformed with { Detail = bad.Message },
        BadHttpRequestException bad => EdgeProblems.OfStatus(bad.StatusCode),
        JsonException json => EdgeProblems.Malformed with { Detail = Explain(json) },
        IOException when e.Source is "Microsoft.AspNetCore.WebUtilities" => EdgeProblems.TooLarge, // A buffered body above its limit.
        InvalidDataException when e.Source is "Microsoft.AspNetCore.WebUtilities" => EdgeProblems.Malformed, // A form that breaks its limits.
        DbUpdateConcurrencyException => EdgeProblems.WriteConflict,
        _ when Conflicts.LostConnection(e) || Conflicts.CannotWrite(e) => EdgeProblems.StorageUnavailable,
        _ => EdgeProblems.Failed,
    };

    private static string Explain(JsonException json)
    {
        // The framework's sentence ends with "Path: … | LineNumber: …", which is said better here.
        var cut = json.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var message = cut < 0 ? json.Message : json.Message[..cut];
        return json is { Path: { } path, LineNumber: { } line } ? $"At {path}, line {line + 1}: {message}" : message;
    }

    /// <summary>The template and not the address: addresses may hold tokens.</summary>
    private static string RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown address";

    internal static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !AcceptsHtml(http))
        {
            var details = new ProblemDetails { Detail = problem.Detail, Status = problem.Status };
            details.Extensions["code"] = problem.Code;
            foreach (var (name, value) in problem.Facts ?? new Dictionary<string, object?>()) details.Extensions[name] = value;
            await http.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new() { HttpContext = http, ProblemDetails = details });
        }
        else
        {
            await PlainPage.OfProblemAsync(http, problem);
        }
    }

    private static bool AcceptsHtml(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Route} failed")]
    public static partial void Failed(ILogger log, string method, string route, Exception e);
}
