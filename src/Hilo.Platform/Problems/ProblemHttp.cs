using Microsoft.AspNetCore.Http.HttpResults;

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
