namespace Hilo.Platform;

public static class IdempotencyConventions
{
    /// <summary>Unsafe calls must carry <c>Idempotency-Key</c>. Without this the key is honored when it is sent.</summary>
    public static TBuilder RequireIdempotencyKey<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint => endpoint.Metadata.Add(new KeyRequired()));
        return endpoints;
    }

    /// <summary>The command takes the key into its lane, which finds a repeated one: it is not looked up before.</summary>
    public static TBuilder KeyGoesWithTheCommand<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint => endpoint.Metadata.Add(new KeyInLane()));
        return endpoints;
    }

    /// <summary>The answer holds a secret, or the call itself finds what it did before: it is not kept; the call is harmless to repeat.</summary>
    public static TBuilder NeverReplayed<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint => endpoint.Metadata.Add(new NotKept()));
        return endpoints;
    }
}

internal sealed record KeyRequired;

internal sealed record NotKept;

internal sealed record KeyInLane;
