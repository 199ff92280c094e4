namespace Hilo.Web.Backoffice;

/// <summary>The states that staff sees, each with its fixed look.</summary>
internal static class StateBadges
{
    public static BadgeLook Of(OrderState state, FulfillmentState? work) => state switch
    {
        OrderState.Canceled => Badges.Struck(Text.Of("Cancelado", "Canceled")),
        OrderState.Completed => Badges.Done(Text.Of("Entregado", "Delivered")),
        _ => work switch
        {
            FulfillmentState.Accepted or FulfillmentState.Picked => Badges.Half(Text.Of("En preparación", "Being prepared")),
            FulfillmentState.Packed => Badges.Almost(Text.Of("Embalado", "Packed")),
            FulfillmentState.Ready => Badges.Almost(Text.Of("Listo", "Ready")),
            FulfillmentState.Shipped => Badges.Almost(Text.Of("En camino", "On its way")),
            FulfillmentState.HandedOver or FulfillmentState.Delivered => Badges.Done(Text.Of("Entregado", "Delivered")),
            _ => Badges.New(Text.Of("Nuevo", "New")),
        },
    };

    public static BadgeLook Of(FulfillmentState state) => state switch
    {
        FulfillmentState.Awaiting => Badges.Waits(Text.Of("Por aceptar", "To accept")),
        FulfillmentState.Accepted => Badges.Begun(Text.Of("Aceptada", "Accepted")),
        FulfillmentState.Picked => Badges.Half(Text.Of("Prendas juntas", "Picked")),
        FulfillmentState.Packed => Badges.Almost(Text.Of("Embalada", "Packed")),
        FulfillmentState.Ready => Badges.Almost(Text.Of("Lista para retirar", "Ready to collect")),
        FulfillmentState.Shipped => Badges.Almost(Text.Of("En camino", "On its way")),
        FulfillmentState.HandedOver => Badges.Done(Text.Of("Entregada", "Handed over")),
        FulfillmentState.Delivered => Badges.Done(Text.Of("Entregada", "Delivered")),
        _ => Badges.Struck(Text.Of("Cancelada", "Canceled")),
    };

    public static BadgeLook Of(PaymentState state) => state switch
    {
        PaymentState.Unpaid or PaymentState.Pending => Badges.Waits(Text.Of("Pendiente", "Pending")),
        PaymentState.Authorized => Badges.Begun(Text.Of("Confirmando", "Confirming")),
        PaymentState.PartiallyCaptured => Badges.WaitsHalf(Text.Of("Pagado en parte", "Partly paid")),
        PaymentState.Captured => Badges.Done(Text.Of("Pagado", "Paid")),
        PaymentState.PartiallyRefunded => Badges.Over(Text.Of("Reintegrado en parte", "Partly refunded")),
        PaymentState.Refunded => Badges.Over(Text.Of("Reintegrado", "Refunded")),
        PaymentState.Failed => Badges.NeedsAPerson(Text.Of("Rechazado", "Declined")),
        _ => Badges.Struck(Text.Of("Cancelado", "Canceled")),
    };

    public static BadgeLook Of(ProductStatus status) => status switch
    {
        ProductStatus.Published => Badges.Done(Text.Of("Publicado", "Published")),
        ProductStatus.Draft => Badges.Waits(Text.Of("Borrador", "Draft")),
        _ => Badges.Struck(Text.Of("Archivado", "Archived")),
    };

    public static BadgeLook Of(ImportState state, bool isDryRun) => state switch
    {
        ImportState.Queued => Badges.New(Text.Of("En espera", "Waiting")),
        ImportState.Running => Badges.Half(isDryRun ? Text.Of("Ensayando", "Being tried") : Text.Of("Importando", "Importing")),
        ImportState.Finished => isDryRun ? Badges.Over(Text.Of("Ensayada", "Tried")) : Badges.Done(Text.Of("Terminada", "Finished")),
        ImportState.Canceled => Badges.Struck(Text.Of("Cancelada", "Canceled")),
        _ => Badges.NeedsAPerson(Text.Of("Falló", "Failed")),
    };

    public static BadgeLook Of(RefundDueState state) => state switch
    {
        RefundDueState.Open => Badges.Waits(Text.Of("Por devolver", "To give back")),
        RefundDueState.Settled => Badges.Done(Text.Of("Devuelto", "Given back")),
        _ => Badges.Struck(Text.Of("Sin efecto", "Dropped")),
    };

    public static BadgeLook Of(MailState state, int tries) => state switch
    {
        MailState.Sent => Badges.Done(Text.Of("Enviado", "Sent")),
        MailState.Failed => Badges.NeedsAPerson(Text.Of("Falló", "Failed")),
        _ => tries == 0 ? Badges.New(Text.Of("En cola", "Queued")) : Badges.WaitsHalf(Text.Of("Reintentando", "Trying again")),
    };

    public static BadgeLook Of(FiscalDocumentState state) => state switch
    {
        FiscalDocumentState.Authorized => Badges.Done(Text.Of("Autorizada", "Authorized")),
        FiscalDocumentState.Rejected => Badges.NeedsAPerson(Text.Of("Rechazada", "Rejected")),
        FiscalDocumentState.ManualReview => Badges.NeedsAPerson(Text.Of("Para revisar", "To review")),
        FiscalDocumentState.Unknown or FiscalDocumentState.Reconciling => Badges.Half(Text.Of("Consultando", "Asking")),
        FiscalDocumentState.Sending => Badges.Begun(Text.Of("Enviando", "Sending")),
        _ => Badges.New(Text.Of("En cola", "Queued")),
    };

    public static ChannelLook Of(SalesChannelKind kind) => kind switch
    {
        SalesChannelKind.Web => ChannelLook.Web,
        SalesChannelKind.Store => ChannelLook.Store,
        SalesChannelKind.Phone => ChannelLook.Phone,
        SalesChannelKind.Marketplace => ChannelLook.Marketplace,
        SalesChannelKind.Chat => ChannelLook.Chat,
        _ => ChannelLook.System,
    };
}
