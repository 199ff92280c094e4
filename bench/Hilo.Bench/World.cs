using System.Net;
using System.Net.Sockets;
using Hilo.Client;

namespace Hilo.Bench;

/// <summary>What there is to buy: variants that never run out.</summary>
internal sealed record World(Uri Server, HiloClient Owner, LegalEntityId Seller, SalesChannelId Web, SalesChannelId Phone, LocationId Store, IReadOnlyList<VariantId> Variants)
{
    private const int Products = 200;
    private const int Units = 10_000_000;

    // Carts of one address hold only so many units together, so shoppers call from several.
    private const int Addresses = 200;

    /// <summary>Shoppers, each calling from an address of its own of this machine.</summary>
    public IReadOnlyList<HiloClient> Shoppers { get; } = [.. Enumerable.Range(2, Addresses).Select(last => From(new IPAddress([127, 0, 0, (byte)last]), Server))];

    public static async Task<World> MakeAsync(ServerProcess server, CancellationToken cancel)
    {
        var owner = await server.OwnerAsync(cancel);
        var merchant = await owner.Merchant.GetAsync(cancel);
        var address = new PostalAddress("Gurruchaga", "Buenos Aires", "C", "C1414DIL", "1687");
        var saved = (await owner.Merchant.SaveAsync(merchant.Version, new SaveMerchantRequest(
            "Bench", "B", Currency.Ars, "America/Argentina/Buenos_Aires", "#1F4D3A", "#FFFFFF", [new SaveLegalEntity("30-00000001-5", "Bench S.A.", VatCondition.Registered, address)]), cancel: cancel)).Must();
        var seller = saved.LegalEntities[0].Id;
        var store = (await owner.Stock.CreateLocationAsync(new SaveLocationRequest(
            "PAL", "Palermo", LocationKind.Store, seller, address, "America/Argentina/Buenos_Aires", Ships: true, OffersPickup: true, Position: new GeoPoint(-34.5889, -58.4306),
            Hours: [.. Enum.GetValues<DayOfWeek>().Select(day => new OpeningHours(day, new TimeOnly(9, 0), new TimeOnly(20, 0)))]), cancel: cancel)).Must();
        var channels = (await owner.Orders.SalesChannelsAsync(cancel)).Must().ToList();
        async Task<SalesChannelId> Channel(SalesChannelKind kind) => channels.Find(c => c.Kind == kind)?.Id
            ?? (await owner.Orders.CreateSalesChannelAsync(new SaveSalesChannelRequest($"{kind}", kind, seller, Currency.Ars, true, 1, 5), cancel: cancel)).Must().Id;

        var variants = new List<VariantView>();
        for (var i = 0; i < Products; i++)
        {
            var product = (await owner.Catalog.CreateProductAsync(new SaveProductRequest(
                $"Remera {i}", ProductStatus.Published,
                [.. new[] { "S", "M", "L", "XL" }.Select(size => new SaveVariant(Sku: $"REM-{i}-{size}", OptionValues: [size], WeightGrams: 200, TaxCode: TaxCode.Vat21, Price: Money.Ars(15_400)))],
                Options: [new ProductOption("Talle", ["S", "M", "L", "XL"])]), cancel: cancel)).Must();
            variants.AddRange(product.Variants);
        }
        foreach (var chunk in variants.Chunk(500))
            (await owner.Stock.SetStockAsync(new BulkStockRequest([.. chunk.Select(v => new BulkStockLine(v.Sku, store.Code, Quantity.Units(Units)))], "Bench"), cancel)).Must();
        return new World(server.Address, owner, seller, await Channel(SalesChannelKind.Web), await Channel(SalesChannelKind.Phone), store.Id, [.. variants.Select(v => v.Id)]);
    }

    /// <summary>Units that the server says are promised or gone.</summary>
    public async Task<long> UnitsSoldAsync(CancellationToken cancel)
    {
        var sold = 0L;
        string? cursor = null;
        do
        {
            var page = (await Owner.Stock.StockAsync(location: Store, cursor: cursor, cancel: cancel)).Must();
            sold += page.Items.Sum(level => (Units - (level.OnHand - level.Allocated).Thousandths / 1000));
            cursor = page.Next;
        }
        while (cursor is not null);
        return sold;
    }

    private static HiloClient From(IPAddress address, Uri server)
    {
        var wire = new SocketsHttpHandler
        {
            UseCookies = false,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(address, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new HiloClient(new HttpClient(wire) { BaseAddress = server });
    }
}
