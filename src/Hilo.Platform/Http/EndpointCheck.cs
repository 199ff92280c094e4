using Microsoft.AspNetCore.Http.Metadata;

namespace Hilo.Platform;

/// <summary>Walks the endpoints once at start, since these mistakes would otherwise show at the first request, or never.</summary>
public static class EndpointCheck
{
    /// <summary>Throws with every mistake at once. Called after the last Map line.</summary>
    public static void CheckEndpoints(this IEndpointRouteBuilder app)
    {
        // Asking for the endpoints builds their delegates: a parameter that nothing can give throws here.
        var mistakes = MistakesIn(app.DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()).ToList();
        if (mistakes.Count > 0) throw new InvalidOperationException("Endpoints are not ready:\n" + string.Join('\n', mistakes));
    }

    internal static IEnumerable<string> MistakesIn(IEnumerable<RouteEndpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            var name = $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText}";
            if (!IsOfTheApi(endpoint)) continue;
            if (endpoint.Metadata.GetMetadata<Audience>() is not { } audience)
                yield return $"{name} names no audience: add RequirePermission, RequireStaff, AllowShoppers or AllowAnyone.";
            else if (audience.Permission is { } permission && !Permissions.All.Contains(permission, StringComparer.Ordinal))
                yield return $"{name} asks for '{permission}', which no role has.";
            // A service that nobody registered is taken for the body, silently.
            if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } body && !IsARequestRecord(body))
                yield return $"{name} reads {body.Name} from the body: it is no record of Hilo.Contracts, so probably a service that is not registered.";
        }
    }

    internal static bool IsOfTheApi(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true;

    private static bool IsARequestRecord(Type body) =>
        body.Assembly == typeof(IEvent).Assembly || typeof(IFormFile).IsAssignableFrom(body) || typeof(IFormCollection).IsAssignableFrom(body)
        || body == typeof(Stream) || body == typeof(System.IO.Pipelines.PipeReader)
        || (body.IsGenericType && body.GetGenericArguments().All(IsARequestRecord));
}
