using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hilo.Invoicing;

/// <summary>Whether a sale that is told again is the one that was told before, and in what it differs. Pure.</summary>
internal static class CompareSales
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["lines"] = "los renglones",
        ["kind"] = "el tipo",
        ["corrects"] = "lo que corrige",
        ["legalEntityId"] = "la razón social",
        ["salesChannelId"] = "el canal",
        ["soldAt"] = "la fecha",
        ["currency"] = "la moneda",
        ["exchangeRate"] = "la cotización",
        ["paidInCurrency"] = "si se paga en esa moneda",
        ["receiver"] = "el receptor",
        ["service"] = "el período del servicio",
        ["province"] = "la provincia",
        ["tender"] = "el medio de pago",
        ["tributes"] = "los tributos",
        ["chargesPerceptions"] = "las percepciones",
        ["number"] = "el número",
        ["abroad"] = "los datos de exportación",
        ["email"] = "el correo",
    };

    /// <summary>One writing for one content: absent and empty are the same.</summary>
    public static string Written(ExternalSaleRequest request) => Stored.Write(request with
    {
        Tributes = request.Tributes is { Count: > 0 } ? request.Tributes : null,
        SoldAt = request.SoldAt?.ToUniversalTime(),
    });

    /// <summary>What differs, in words; empty when nothing does.</summary>
    public static IReadOnlyList<string> Differences(string before, string now)
    {
        var (old, told) = (JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(now)!.AsObject());
        var fields = old.Select(f => f.Key).Union(told.Select(f => f.Key)).Where(f => !JsonNode.DeepEquals(old[f], told[f]));
        return [.. fields.Select(field => Of(field, old[field], told[field]))];
    }

    private static string Of(string field, JsonNode? before, JsonNode? now)
    {
        var name = Names.GetValueOrDefault(field, field);
        if (field == "lines" && before is JsonArray was && now is JsonArray are)
        {
            if (was.Count != are.Count) return $"{name}: eran {was.Count}, ahora {are.Count}";
            var at = Enumerable.Range(0, was.Count).First(i => !JsonNode.DeepEquals(was[i], are[i]));
            return $"el renglón {at + 1}: era {Short(was[at])}, ahora {Short(are[at])}";
        }
        return $"{name}: era {Short(before)}, ahora {Short(now)}";
    }

    private static string Short(JsonNode? value) => value switch
    {
        null => "nada",
        JsonValue plain when plain.GetValueKind() == JsonValueKind.String => plain.GetValue<string>(),
        JsonObject parts => string.Join(" · ", parts.Where(p => p.Value is not null and not (JsonObject or JsonArray)).Select(p => p.Value!.ToString())),
        _ => value.ToJsonString() is { Length: > 80 } text ? text[..80] + "…" : value.ToJsonString(),
    };
}
