namespace Hilo.Tests.Conversations;

/// <summary>The other capabilities' answers about orders, passes, codes, places and the merchant, in memory.</summary>
internal sealed class Letters : IOrderSummaries, IPickupPasses, ISignInCodes, IRevocationMails, ILocations, IMerchant, IFiscalPapers
{
    private readonly Dictionary<OrderId, OrderSummary> orders = [];

    public static readonly LocationId Palermo = IId<LocationId>.New();

    public Dictionary<Guid, SignInCodeMail> Codes { get; } = [];

    /// <summary>What the shop stands behind, beside its name or instead of it.</summary>
    public LogoView? Logo { get; set; }

    public Dictionary<OrderId, PickupPassView> Passes { get; } = [];

    public OrderSummary Has(OrderSummary order) => orders[order.Id] = order;

    public Task<IReadOnlyDictionary<OrderId, OrderSummary>> FindAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<OrderId, OrderSummary>>(this.orders.Where(known => orders.Contains(known.Key)).ToDictionary());

    public Task<OrderSummary?> FindBySaleAsync(SaleId sale, CancellationToken cancel) => Task.FromResult(orders.Values.FirstOrDefault(o => o.SaleId == sale));

    Task<PickupPassView?> IPickupPasses.FindAsync(OrderId order, CancellationToken cancel) => Task.FromResult(Passes.GetValueOrDefault(order));

    public Task<SignInCodeMail?> RevealAsync(Guid challenge, CancellationToken cancel) => Task.FromResult(Codes.GetValueOrDefault(challenge));

    public Task<RevocationMail?> FindAsync(RevocationId revocation, CancellationToken cancel) => Task.FromResult<RevocationMail?>(null);

    public Dictionary<FiscalDocumentId, FiscalAddressee> Addressees { get; } = [];

    public Task<IReadOnlyDictionary<FiscalDocumentId, FiscalAddressee>> AddresseesAsync(IReadOnlyCollection<FiscalDocumentId> documents, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<FiscalDocumentId, FiscalAddressee>>(Addressees.Where(a => documents.Contains(a.Key)).ToDictionary());

    public Task<FiscalPaper?> FindAsync(FiscalDocumentId document, CancellationToken cancel) => Task.FromResult<FiscalPaper?>(null);

    public Task<IReadOnlyList<Place>> AllAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Place>>(
    [
        new Place(Palermo, "PAL", "Palermo Soho", LocationKind.Store, IId<LegalEntityId>.New(), new PostalAddress("Honduras", "Buenos Aires", "C", "1414", "4721"), new GeoPoint(-34.588, -58.43),
            "America/Argentina/Buenos_Aires",
            [.. Enum.GetValues<DayOfWeek>().Where(d => d != DayOfWeek.Sunday).Select(d => new OpeningHours(d, new TimeOnly(10, 0), new TimeOnly(d == DayOfWeek.Saturday ? 14 : 20, 0)))],
            Ships: true, OffersPickup: true, IsActive: true),
    ]);

    public Task<MerchantView> CurrentAsync(CancellationToken cancel) => Task.FromResult(new MerchantView(
        1, "Trama & Cía", "TR", Currency.Ars, "America/Argentina/Buenos_Aires", "hola@trama.example", "11 5555-0100", "#2C3F94", "#FFFFFF", null, [], Logo));

    /// <summary>An order of <c>Sofía</c>, for pickup unless said otherwise.</summary>
    public static OrderSummary AnOrder(string? email = "sofia@ejemplo.com", DeliveryKind delivery = DeliveryKind.Pickup, string culture = "es", string number = "TR-10486") => new(
        IId<OrderId>.New(), number, IId<SaleId>.New(), IId<SalesChannelId>.New(), IId<CustomerId>.New(), email, "Sofía Bentancur", culture, new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero),
        Money.Ars(97800), Money.Ars(0), Money.Ars(delivery == DeliveryKind.Ship ? 4200.5m : 0), Money.Ars(delivery == DeliveryKind.Ship ? 102000.5m : 97800), delivery,
        delivery == DeliveryKind.Ship ? new PostalAddress("Bv. Oroño", "Rosario", "S", "2000", "1402") : null, delivery == DeliveryKind.Pickup ? Palermo : null,
        null, new DateTimeOffset(2026, 3, 5, 21, 0, 0, TimeSpan.Zero), Tender.Cash, "/pedido/firmado",
        [new OrderSummaryLine("Campera <Uriburu> & Cía", "M · Verde", "CAM-M", Quantity.Units(2), Money.Ars(97800), "/files/campera.jpg")]);
}
