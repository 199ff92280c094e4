using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hilo.Web.Storefront.Machines;

/// <summary>What pages say to search engines and buying agents (schema.org). It says what the page shows, and nothing where there is nothing.</summary>
internal static class ShopJsonLd
{
    /// <summary>Days to take a purchase back, by law 24.240 article 34.</summary>
    private const int RevocationDays = 10;

    // The default encoder escapes the angle brackets, so a title cannot end the script element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public static string OfHome(ShopShell shop) => Text(Shop(shop), new JsonObject
    {
        ["@type"] = "WebSite",
        ["@id"] = $"{shop.Origin}/#site",
        ["name"] = shop.Name,
        ["url"] = $"{shop.Origin}/",
        ["publisher"] = Refer(shop),
        ["potentialAction"] = new JsonObject { ["@type"] = "SearchAction", ["target"] = $"{shop.Origin}/buscar?q={{words}}", ["query-input"] = "required name=words" },
    });

    public static string OfList(ShopShell shop, IReadOnlyList<ProductCard> products, ShopCategory category, ShopCategory? parent) => Text(
        Trail(shop, parent is null ? [category] : [parent, category]),
        new JsonObject
        {
            ["@type"] = "ItemList",
            ["itemListElement"] = new JsonArray([.. products.Select((p, i) => (JsonNode?)new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = i + 1,
                ["name"] = p.Title,
                ["url"] = shop.Origin + ShopPages.Product(p.Handle),
            })]),
        });

    public static string OfStores(ShopShell shop, IReadOnlyList<ShopStore> stores) => Text([.. stores.Select(s => Bare(new JsonObject
    {
        ["@type"] = "Store",
        ["@id"] = $"{shop.Origin}/sucursales#{Uri.EscapeDataString(s.Code)}",
        ["name"] = $"{shop.Name} {s.Name}",
        ["branchCode"] = s.Code,
        ["parentOrganization"] = Refer(shop),
        ["telephone"] = shop.ContactPhone,
        ["address"] = Bare(new JsonObject
        {
            ["@type"] = "PostalAddress",
            ["streetAddress"] = StoreWords.Street(s.Address),
            ["addressLocality"] = s.Address.City,
            ["addressRegion"] = s.Address.Province,
            ["postalCode"] = s.Address.PostalCode,
            ["addressCountry"] = "AR",
        }),
        ["geo"] = s.Position is { } at ? new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = at.Latitude, ["longitude"] = at.Longitude } : null,
        ["openingHoursSpecification"] = s.Hours.Count == 0 ? null : new JsonArray([.. s.Hours.GroupBy(h => (h.Opens, h.Closes)).Select(g => (JsonNode?)new JsonObject
        {
            ["@type"] = "OpeningHoursSpecification",
            ["dayOfWeek"] = new JsonArray([.. g.Select(h => (JsonNode?)$"https://schema.org/{h.Day}")]),
            ["opens"] = g.Key.Opens.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            ["closes"] = g.Key.Closes.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        })]),
    }))]);

    /// <summary>The way from the home page to here; positions count from 1.</summary>
    public static JsonObject Trail(ShopShell shop, IEnumerable<ShopCategory> categories, string? here = null)
    {
        var steps = new List<(string Name, string? Path)> { (StorefrontTexts.Home, "/") };
        steps.AddRange(categories.Select(c => (c.Name, (string?)$"/categoria/{Uri.EscapeDataString(c.Handle)}")));
        if (here is not null) steps.Add((here, null));
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. steps.Select((step, i) => (JsonNode?)Bare(new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = i + 1,
                ["name"] = step.Name,
                ["item"] = step.Path is { } path ? shop.Origin + path : null,
            }))]),
        };
    }

    public static JsonObject Refer(ShopShell shop) => new() { ["@id"] = $"{shop.Origin}/#org" };

    public static string Text(params JsonObject[] things)
    {
        var root = things is [var only] ? only : new JsonObject { ["@graph"] = new JsonArray([.. things]) };
        root.Insert(0, "@context", "https://schema.org");
        return root.ToJsonString(Options);
    }

    /// <summary>Without what is not known: an empty value says something false.</summary>
    public static JsonObject Bare(JsonObject thing)
    {
        foreach (var name in thing.Where(p => p.Value is null || (p.Value is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 0)).Select(p => p.Key).ToList()) thing.Remove(name);
        return thing;
    }

    private static JsonObject Shop(ShopShell shop) => Bare(new JsonObject
    {
        ["@type"] = "OnlineStore",
        ["@id"] = $"{shop.Origin}/#org",
        ["name"] = shop.Name,
        ["legalName"] = shop.LegalName,
        ["taxID"] = shop.Cuit,
        ["url"] = $"{shop.Origin}/",
        ["logo"] = shop.Origin + (shop.Logo?.Url ?? shop.IconHref),
        ["email"] = shop.ContactEmail,
        ["telephone"] = shop.ContactPhone,
        ["hasMerchantReturnPolicy"] = new JsonObject
        {
            ["@type"] = "MerchantReturnPolicy",
            ["applicableCountry"] = "AR",
            ["returnPolicyCategory"] = "https://schema.org/MerchantReturnFiniteReturnWindow",
            ["merchantReturnDays"] = RevocationDays,
            ["returnMethod"] = new JsonArray("https://schema.org/ReturnByMail", "https://schema.org/ReturnInStore"),
            ["returnFees"] = "https://schema.org/FreeReturn",
        },
    });
}
