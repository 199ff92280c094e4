using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hilo.Payments.Attempts;

namespace Hilo.Payments.Gateways.StandIn;

/// <summary>The stand-in's JSON: snake case, amounts as decimal strings.</summary>
internal static class TestGatewayWire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Null when the answer breaks off or makes no sense, which is the same as no answer.</summary>
    public static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancel) where T : class
    {
        try
        {
            // From the buffer: an answer may be looked at twice, and a stream only once.
            return JsonSerializer.Deserialize<T>(await answer.Content.ReadAsByteArrayAsync(cancel), Json);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            return null; // Whoever asked treats it as a lost answer.
        }
    }

    public static async Task<bool> IsInProgressAsync(HttpResponseMessage answer, CancellationToken cancel) =>
        await ErrorAsync(answer, cancel) == "idempotency_in_progress";

    public static async Task<string> ErrorAsync(HttpResponseMessage answer, CancellationToken cancel) =>
        (await ReadAsync<TestGatewayError>(answer, cancel))?.Error ?? ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
}

internal sealed record TestGatewayOrder(string ExternalReference, string Amount, string Currency, string ReturnUrl, string? NotificationUrl, string Description, bool Capture);

internal sealed record TestGatewaySearch(IReadOnlyList<TestGatewayPayment>? Results);

internal sealed record TestGatewayRefund(string? Id, string? Status);

internal sealed record TestGatewayError(string? Error);

internal sealed record TestGatewayPayment(
    string? Id, string? Status, string? StatusDetail, string? ExternalReference, string? AuthorizedAmount, string? CapturedAmount, string? RefundedAmount,
    string? Currency, string? CheckoutUrl, long Version)
{
    /// <summary>Null when the answer cannot be understood, which is the same as no answer.</summary>
    public ProviderPayment? ToPayment()
    {
        if (Id is null || Status is null || !Hilo.Currency.TryParse(Currency, out var currency) || Meaning() is not { } says) return null;
        if (!TryMoney(AuthorizedAmount, currency, out var authorized) || !TryMoney(CapturedAmount, currency, out var captured)) return null;
        PaymentAttemptId? reference = PaymentAttemptId.TryParse(ExternalReference, null, out var parsed) ? parsed : null;
        return new ProviderPayment(Id, reference, Status, StatusDetail, says, Reason(says), authorized, captured,
            TryMoney(RefundedAmount, currency, out var refunded) ? refunded : null, PaidByPayer: null, CheckoutUrl, Version);
    }

    private AttemptTrigger? Meaning() => Status switch
    {
        "pending" => AttemptTrigger.AwaitPayer,
        "in_process" => AttemptTrigger.Review,
        "authorized" => AttemptTrigger.Authorize,
        // A refunded payment was captured first: what went back is another fact.
        "approved" or "refunded" => AttemptTrigger.Capture,
        "rejected" => AttemptTrigger.Decline,
        "cancelled" => AttemptTrigger.Cancel,
        "expired" => AttemptTrigger.Expire,
        _ => null,
    };

    private string? Reason(AttemptTrigger says) => says switch
    {
        AttemptTrigger.Cancel => "canceled",
        AttemptTrigger.Expire => "expired",
        AttemptTrigger.Decline => StatusDetail switch
        {
            "cc_rejected_insufficient_amount" => "insufficient_funds",
            "cc_rejected_high_risk" => "high_risk",
            "cc_rejected_card_disabled" => "card_disabled",
            "cc_rejected_call_for_authorize" => "call_for_authorization",
            "cc_rejected_duplicated_payment" => "duplicated",
            "cc_rejected_max_attempts" => "too_many_tries",
            { } detail when detail.StartsWith("cc_rejected_bad_filled", StringComparison.Ordinal) => "bad_data",
            _ => "other",
        },
        _ => null,
    };

    private static bool TryMoney(string? text, Currency currency, out Money amount)
    {
        amount = Money.Zero(currency);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return false;
        if (value > 100_000_000_000 || !decimal.IsInteger(value * currency.Scale)) return false;
        amount = Money.Of(value, currency);
        return true;
    }
}
