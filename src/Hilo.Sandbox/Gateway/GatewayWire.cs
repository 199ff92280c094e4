using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hilo.Sandbox.Gateway;

/// <summary>The gateway's JSON: snake case, amounts as decimal strings, whatever the host's own settings are.</summary>
internal static class GatewayWire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static string Text(Money amount) => amount.Amount.ToString(amount.Currency.Exponent == 0 ? "0" : "0.00", CultureInfo.InvariantCulture);

    public static bool TryAmount(string? text, Currency currency, out Money amount)
    {
        amount = Money.Zero(currency);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value is <= 0 or > 100_000_000_000) return false;
        if (!decimal.IsInteger(value * currency.Scale)) return false;
        amount = Money.Of(value, currency);
        return true;
    }
}

internal sealed record OpenGatewayPayment(
    string? ExternalReference, string? Amount, string? Currency, string? ReturnUrl, string? NotificationUrl, string? Description, bool? Capture)
{
    public Result<Func<string, DateTimeOffset, GatewayPayment>> Read()
    {
        if (ExternalReference is not { Length: > 0 and <= 64 }) return GatewayRefusals.BadRequest("external_reference: 1 to 64 characters.");
        if (!Hilo.Currency.TryParse(Currency, out var currency)) return GatewayRefusals.BadRequest("currency: an ISO 4217 code.");
        if (!GatewayWire.TryAmount(Amount, currency, out var amount)) return GatewayRefusals.BadRequest("amount: a positive decimal string such as \"1234.50\".");
        if (!IsWeb(ReturnUrl, out var returnUrl)) return GatewayRefusals.BadRequest("return_url: an absolute http or https address.");
        Uri? notificationUrl = null;
        if (NotificationUrl is not null && !IsWeb(NotificationUrl, out notificationUrl)) return GatewayRefusals.BadRequest("notification_url: an absolute http or https address.");
        if (Description is { Length: > 250 }) return GatewayRefusals.BadRequest("description: at most 250 characters.");
        Func<string, DateTimeOffset, GatewayPayment> create = (id, now) => new GatewayPayment
        {
            Id = id,
            ExternalReference = ExternalReference,
            Amount = amount,
            Description = Description ?? "",
            ReturnUrl = returnUrl,
            NotificationUrl = notificationUrl,
            CaptureAtOnce = Capture ?? true,
            CreatedAt = now,
            UpdatedAt = now,
            Authorized = Money.Zero(currency),
            Captured = Money.Zero(currency),
        };
        return create;
    }

    private static bool IsWeb(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https";
}

internal sealed record GatewayAmount(string? Amount);

internal sealed record GatewayReview(bool Approve);

internal sealed record GatewayCardChoice(string? Card);

internal sealed record GatewayError(string Message, string Error, int Status);

internal sealed record GatewayRefundView(string Id, string PaymentId, string Status, string Amount, DateTimeOffset DateCreated)
{
    public static GatewayRefundView Of(string paymentId, GatewayRefund refund) =>
        new(refund.Id, paymentId, "approved", GatewayWire.Text(refund.Amount), refund.CreatedAt);
}

internal sealed record GatewayPaymentView(
    string Id, string Status, string StatusDetail, string ExternalReference, string Amount, string AuthorizedAmount, string CapturedAmount,
    string RefundedAmount, string Currency, string Description, string CheckoutUrl, string ReturnUrl, string? NotificationUrl,
    DateTimeOffset DateCreated, DateTimeOffset DateLastUpdated, int Version, IReadOnlyList<GatewayRefundView> Refunds)
{
    public static GatewayPaymentView Of(GatewayPayment payment, string checkoutUrl) => new(
        payment.Id, payment.Status, payment.StatusDetail, payment.ExternalReference, GatewayWire.Text(payment.Amount),
        GatewayWire.Text(payment.Authorized), GatewayWire.Text(payment.Captured), GatewayWire.Text(payment.Refunded), payment.Amount.Currency.Code,
        payment.Description, checkoutUrl, payment.ReturnUrl.ToString(), payment.NotificationUrl?.ToString(), payment.CreatedAt, payment.UpdatedAt,
        payment.Version, [.. payment.Refunds.Select(refund => GatewayRefundView.Of(payment.Id, refund))]);
}

internal sealed record GatewaySearchView(IReadOnlyList<GatewayPaymentView> Results);
