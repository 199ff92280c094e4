namespace Hilo.Sandbox.Gateway;

/// <summary>The gateway's own error codes: it is another company's system and does not speak in Hilo's.</summary>
internal static class GatewayRefusals
{
    public static readonly Problem NotFound = new("payment_not_found", "There is no payment with this id.", 404);
    public static readonly Problem KeyMissing = new("idempotency_key_required", "Send an Idempotency-Key header of 1 to 128 characters.", 400);
    public static readonly Problem KeyReused = new("idempotency_key_reused", "This Idempotency-Key was used with another body.", 422);
    public static readonly Problem AmountOutOfRange = new("amount_out_of_range", "The amount must be positive, in the payment's currency and within what is left.", 422);

    public static Problem BadRequest(string what) => new("bad_request", what, 400);

    public static Problem NotPending(GatewayPayment payment) => new("payment_not_pending", $"The payment is {payment.Status}.", 409);

    public static Problem NotInReview(GatewayPayment payment) => new("payment_not_in_review", $"The payment is {payment.Status}.", 409);

    public static Problem NotAuthorized(GatewayPayment payment) => new("payment_not_authorized", $"The payment is {payment.Status}.", 409);

    public static Problem CannotCancel(GatewayPayment payment) => new("payment_not_cancellable", $"The payment is {payment.Status}.", 409);

    public static Problem CannotRefund(GatewayPayment payment) => new("payment_not_refundable", $"The payment is {payment.Status}.", 409);
}
