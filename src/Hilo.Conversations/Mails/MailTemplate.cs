namespace Hilo.Conversations;

/// <summary>What a mail tells. The word in snake case names its files under <c>Templates</c>.</summary>
internal enum MailTemplate
{
    SignInCode,
    OrderReceived,

    /// <summary>Order and payment came together: one mail says both.</summary>
    OrderReceivedPaid,
    PaymentReceived,
    PaymentFailed,
    ReadyForPickup,
    Shipped,
    Delivered,
    Canceled,

    /// <summary>The order goes on without some of its units.</summary>
    UnitsCanceled,
    RefundSent,
    RevocationReceived,

    /// <summary>An authorized invoice or note, with its paper attached.</summary>
    FiscalDocument,
}
