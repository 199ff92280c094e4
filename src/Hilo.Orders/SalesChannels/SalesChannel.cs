namespace Hilo.Orders;

/// <summary>Where the merchant sells: the web shop, a store, the phone. Names the legal entity that sells and the rules of its carts.</summary>
internal sealed class SalesChannel
{
    public required SalesChannelId Id { get; init; }

    public int Version { get; private set; } = 1;

    public required string Name { get; set; }

    public required SalesChannelKind Kind { get; set; }

    public required LegalEntityId LegalEntityId { get; set; }

    public required Currency Currency { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>How long a transfer is waited for.</summary>
    public int TransferHours { get; set; } = 1;

    /// <summary>How long a store keeps what is to be collected.</summary>
    public int PickupHoldDays { get; set; } = 5;

    /// <summary>A cart's units are held this long from its last step…</summary>
    public int HoldMinutes { get; set; } = 15;

    /// <summary>…and never longer than this from its first.</summary>
    public int HoldLimitMinutes { get; set; } = 60;

    /// <summary>Units that one shopper's open carts may hold together: nobody empties the shop by filling carts.</summary>
    public int HeldUnitsLimit { get; set; } = 60;

    /// <summary>Units that one e-mail may have in orders that are not paid yet.</summary>
    public int UnpaidUnitsLimit { get; set; } = 60;

    public int PricesKeptHours { get; set; } = 24;

    /// <summary>An untouched cart is forgotten after this.</summary>
    public int CartDays { get; set; } = 30;

    public required DateTimeOffset CreatedAt { get; init; }

    public void Edit(SaveSalesChannelRequest to)
    {
        (Name, Kind, LegalEntityId, Currency) = (to.Name.Trim(), to.Kind, to.LegalEntityId, to.Currency);
        (IsActive, TransferHours, PickupHoldDays) = (to.IsActive, to.TransferHours, to.PickupHoldDays);
        Version++;
    }

    public SalesChannelView View() => new(Id, Version, Name, Kind, LegalEntityId, Currency, IsActive, TransferHours, PickupHoldDays);
}
