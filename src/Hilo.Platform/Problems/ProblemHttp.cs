using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Hilo.Platform;

public static class ProblemHttp
{
    extension(Problem problem)
    {
        /// <summary>The refusal as problem details: what an endpoint returns. Its transaction is rolled back.</summary>
        public ProblemHttpResult ToHttp() => TypedResults.Problem(
            problem.Detail,
            statusCode: problem.Status,
            type: $"/problems/{problem.Code}",
            extensions: [new("code", problem.Code), .. problem.Facts ?? Enumerable.Empty<KeyValuePair<string, object?>>()]);
    }

    /// <summary>Puts code, title, next step and trace id into every problem details body, whoever made it.</summary>
    internal static void Complete(ProblemDetailsContext context)
    {
        var details = context.ProblemDetails;
        var http = context.HttpContext;
        var problem = EdgeProblems.OfStatus(details.Status ?? http.Response.StatusCode);
        if (details is HttpValidationProblemDetails { Errors.Count: > 0 }) problem = EdgeProblems.Invalid;
        if (!details.Extensions.TryGetValue("code", out var known))
        {
            details.Extensions["code"] = known = problem.Code;
            details.Detail ??= problem.Detail;
        }
        var code = (string)known!;
        details.Type = $"/problems/{code}";
        details.Status ??= problem.Status;
        var text = http.RequestServices.GetRequiredService<ProblemCatalog>().TextOf(code);
        details.Title = text?.Title ?? code;
        if (text is not null) details.Extensions["whatToDo"] = text.WhatToDo;
        details.Extensions["traceId"] = Trace.Of(http);
    }
}

/// <summary>Says a problem to callers who asked for something else too: the framework's own writer would leave them without a word.</summary>
internal sealed class ProblemForEveryone(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ProblemHttp.Complete(context);
        var details = context.ProblemDetails;
        await context.HttpContext.Response.WriteAsJsonAsync(details, details.GetType(), json.Value.SerializerOptions, "application/problem+json", context.HttpContext.RequestAborted);
    }
}
