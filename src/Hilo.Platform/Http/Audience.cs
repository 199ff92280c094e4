namespace Hilo.Platform;

/// <summary>Who may call an endpoint. Each names exactly one; the start-up check refuses one that does not.</summary>
public enum AudienceKind
{
    Anyone,
    Shoppers,
    Staff,
}

/// <param name="Permission">Of staff; null where being signed in is enough.</param>
public sealed record Audience(AudienceKind Kind, string? Permission = null);

public static class AudienceConventions
{
    extension<TBuilder>(TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Staff whose role has the permission.</summary>
        public TBuilder RequirePermission(string permission) => endpoints.For(new Audience(AudienceKind.Staff, permission));

        /// <summary>Any signed-in member of staff.</summary>
        public TBuilder RequireStaff() => endpoints.For(new Audience(AudienceKind.Staff));

        /// <summary>A signed-in shopper.</summary>
        public TBuilder AllowShoppers() => endpoints.For(new Audience(AudienceKind.Shoppers));

        /// <summary>Everyone. Where a secret in the request (a cart's id, a signed link) is the key, the endpoint checks it and answers alike for absent and foreign.</summary>
        public TBuilder AllowAnyone() => endpoints.For(new Audience(AudienceKind.Anyone));

        private TBuilder For(Audience audience)
        {
            // The last one wins, so that an endpoint can differ from its group.
            endpoints.Add(endpoint => endpoint.Metadata.Add(audience));
            return endpoints;
        }
    }
}
