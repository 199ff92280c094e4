using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hilo.Payments.Gateways.StandIn;

/// <summary><c>X-Signature: ts=seconds,v1=hex</c>: HMAC-SHA256 over <c>ts.event-id.body</c>, the body as raw bytes.</summary>
internal static class TestGatewayWebhook
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    public static WebhookHint? Read(IHeaderDictionary headers, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var (signature, eventId) = (headers["X-Signature"].ToString(), headers["X-Event-Id"].ToString());
        if (eventId.Length is 0 or > 100 || !TryParse(signature, out var timestamp, out var mac)) return null;
        if ((now - DateTimeOffset.FromUnixTimeSeconds(timestamp)).Duration() > Tolerance) return null;
        if (!CryptographicOperations.FixedTimeEquals(mac, Sign(secret, timestamp, eventId, body))) return null;
        var (kind, resource) = Peek(body);
        return new WebhookHint(eventId, kind, resource, kind == "payment" && resource is not null, $"X-Event-Id: {eventId}\nX-Signature: {signature}");
    }

    private static byte[] Sign(string secret, long timestamp, string eventId, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.{eventId}.")));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static bool TryParse(string signature, out long timestamp, out byte[] mac)
    {
        (timestamp, mac) = (0, []);
        var parts = signature.Split(',');
        if (parts.Length != 2 || !parts[0].StartsWith("ts=", StringComparison.Ordinal) || !parts[1].StartsWith("v1=", StringComparison.Ordinal)) return false;
        var hex = parts[1][3..];
        if (hex.Length != 64 || !hex.All(char.IsAsciiHexDigit)) return false;
        if (!long.TryParse(parts[0].AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out timestamp) || timestamp > 253_402_300_799) return false;
        mac = Convert.FromHexString(hex);
        return true;
    }

    /// <summary>Only to know what to read at the provider; nothing of the body is believed.</summary>
    private static (string Kind, string? Resource) Peek(ReadOnlySpan<byte> body)
    {
        try
        {
            var hint = JsonSerializer.Deserialize<Hint>(body, TestGatewayWire.Json);
            return (Short(hint?.Type) ?? "unknown", Short(hint?.Data?.Id));
        }
        catch (JsonException)
        {
            return ("unreadable", null); // Signed, and still no JSON: kept for a person to see.
        }
    }

    private static string? Short(string? text) => text is { Length: > 0 and <= 100 } && !text.Contains('\0', StringComparison.Ordinal) ? text : null;

    private sealed record Hint(string? Type, HintData? Data);

    private sealed record HintData(string? Id);
}
