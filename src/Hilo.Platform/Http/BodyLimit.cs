using Microsoft.AspNetCore.Http.Metadata;

namespace Hilo.Platform;

/// <summary>How large a body may be: 1 MB unless the endpoint says otherwise.</summary>
public static class BodyLimit
{
    internal const long Usual = 1024 * 1024;

    /// <summary>For imports and files.</summary>
    public static TBuilder AcceptsUpTo<TBuilder>(this TBuilder endpoints, long bytes) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint => endpoint.Metadata.Add(new Limit(bytes)));
        return endpoints;
    }

    private sealed record Limit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
