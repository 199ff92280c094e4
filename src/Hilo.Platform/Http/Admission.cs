namespace Hilo.Platform;

/// <summary>Lets in whom the endpoint names, before anything of the request is read.</summary>
internal sealed class Admission(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        Refusal(http) is { } problem ? ProblemBoundary.WriteAsync(http, problem) : next(http);

    private static Problem? Refusal(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Audience>() is not { } audience) return null;
        if (ComesFromAnotherSite(http)) return EdgeProblems.CrossSite;
        switch (audience.Kind)
        {
            case AudienceKind.Staff:
                if (CurrentStaff.Of(http.User) is not { } staff) return CurrentShopper.Of(http.User) is null ? EdgeProblems.SignInRequired : EdgeProblems.NotPermitted;
                return audience.Permission is null || staff.May(audience.Permission) ? null : EdgeProblems.NotPermitted;
            case AudienceKind.Shoppers:
                if (CurrentShopper.Of(http.User) is not null) return null;
                return CurrentStaff.Of(http.User) is null ? EdgeProblems.SignInRequired : EdgeProblems.NotPermitted;
            default:
                return null;
        }
    }

    /// <summary>SameSite=Lax keeps other sites' forms away from our cookies; this also keeps away subdomains.</summary>
    private static bool ComesFromAnotherSite(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) &&
        http.Request.Headers.Cookie.Count > 0 &&
        (http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site");
}
