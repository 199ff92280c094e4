using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>What a mail says of an order, joined at the moment of writing: nothing of it is in the event.</summary>
internal sealed class OrderFacts(ILocations locations, IMerchant merchant, PublicAddress address)
{
    public static MailAddress AddressOf(OrderSummary order) => new(order.Email!, order.Name, order.Culture, order.CustomerId, order.Id, order.Number);

    public async Task<MailFacts> OfAsync(OrderSummary order, CancellationToken cancel)
    {
        var words = MailWords.Of(order.Culture);
        var store = await StoreAsync(order.PickupLocationId, words, cancel);
        return new MailFacts
        {
            Name = FirstName(order.Name),
            Number = order.Number,
            OrderUrl = address.Of(order.OrderUrl),
            Lines = [.. order.Lines.Select(l => new LineFacts(l.Title, Filled(l.VariantTitle), words.Quantity(l.Quantity), words.Money(l.Total), address.Picture(l.PictureUrl)))],
            Totals = [.. Totals(order, words)],
            Total = words.Money(order.Total),
            IsPickup = order.Delivery == DeliveryKind.Pickup,
            ShipTo = order.Delivery == DeliveryKind.Ship && order.ShipTo is { } to ? Postal(to) : null,
            Store = store,
            Collector = Filled(order.PickupPersonName),
            PaysByTransfer = order.Tender == Tender.BankTransfer,
            PaysOnPickup = order.Tender == Tender.Cash && order.Delivery == DeliveryKind.Pickup,
            Deadline = order.PaymentDeadline is { } until ? words.Moment(until, await ZoneAsync(order.PickupLocationId, cancel)) : null,
        };
    }

    /// <summary>The store's own time for what happens there, else the merchant's.</summary>
    public async Task<TimeZoneInfo> ZoneAsync(LocationId? location, CancellationToken cancel)
    {
        var place = await FindAsync(location, cancel);
        return TimeZoneInfo.FindSystemTimeZoneById(place?.TimeZone ?? (await merchant.CurrentAsync(cancel)).TimeZone);
    }

    public async Task<StoreFacts?> StoreAsync(LocationId? location, MailWords words, CancellationToken cancel)
    {
        if (await FindAsync(location, cancel) is not { } place) return null;
        var where = Postal(place.Address);
        var map = place.Position is { } point
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={point.Latitude}&mlon={point.Longitude}#map=17/{point.Latitude}/{point.Longitude}")
            : $"https://www.openstreetmap.org/search?query={Uri.EscapeDataString(where)}";
        return new StoreFacts(place.Name, where, map, words.Hours(place.Hours));
    }

    // Anyone can order in the name of anyone, to any mailbox: what is no name is not said, or mails would carry strangers' messages.
    public static string FirstName(string? name) =>
        name?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [{ Length: <= 30 } first, ..] && first.All(c => char.IsLetter(c) || c is '\'' or '’' or '-') ? first : "";

    private async Task<Place?> FindAsync(LocationId? location, CancellationToken cancel) =>
        location is { } id ? (await locations.AllAsync(cancel)).FirstOrDefault(l => l.Id == id) : null;

    private static IEnumerable<TotalFacts> Totals(OrderSummary order, MailWords words)
    {
        if (order.Goods != order.Total) yield return new(words.Say("Productos", "Goods"), words.Money(order.Goods), false);
        if (!order.Discounts.IsZero) yield return new(words.Say("Descuentos", "Discounts"), words.Money(order.Discounts.IsNegative ? order.Discounts : -order.Discounts), false);
        if (order.Delivery == DeliveryKind.Ship)
            yield return new(words.Say("Envío", "Delivery"), order.Shipping.IsZero ? words.Say("Gratis", "Free") : words.Money(order.Shipping), false);
        foreach (var tribute in order.Tributes) yield return new($"{tribute.Description} {words.Percent(tribute.RatePercent)}", words.Money(tribute.Amount), false);
        yield return new(words.Say("Total", "Total"), words.Money(order.Total), true);
    }

    private static string Postal(PostalAddress at) =>
        $"{string.Join(' ', new[] { at.Street, at.Number, at.Unit }.Where(p => !string.IsNullOrWhiteSpace(p)))}, {at.City} ({at.PostalCode})";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
