namespace Hilo.Orders;

/// <summary>How a shopper may pay.</summary>
internal static class Tenders
{
    public static readonly IReadOnlyList<Tender> Offered = [Tender.CardOnline, Tender.BankTransfer, Tender.Cash];

    /// <summary>Cash is paid where the goods are collected.</summary>
    public static bool Fits(Tender tender, DeliveryKind? delivery) => tender switch
    {
        Tender.CardOnline or Tender.BankTransfer => true,
        Tender.Cash => delivery == DeliveryKind.Pickup,
        _ => false,
    };

    /// <summary>Money that a person confirms; what a provider takes, the provider confirms.</summary>
    public static bool IsRecordedByHand(Tender tender) =>
        tender is Tender.Cash or Tender.BankTransfer or Tender.CardTerminalManual or Tender.QrInteroperable or Tender.OnAccount or Tender.MarketplaceCollected;
}
