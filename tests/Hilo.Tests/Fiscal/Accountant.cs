using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Platform;
using Hilo.Sandbox.Agency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

/// <summary>A shop that invoices, in front of the stand-in of the agency.</summary>
internal sealed class Accountant(Shop shop, Goods goods, HiloClient owner, IssuerView issuer) : IAsyncDisposable
{
    public const string Buyer = "30-71234567-1";

    /// <summary>Settling what was lost takes minutes at the real agency; here a story is told in seconds.</summary>
    public static readonly (string, string?)[] Hasty =
        [("Arca:GraceSeconds", "1"), ("Arca:BatchGraceSeconds", "1"), ("Arca:AbsenceGapSeconds", "0.2"), ("Arca:RetrySeconds", "0.2"), ("Arca:WriteTimeoutSeconds", "5"), ("Arca:BatchTimeoutSeconds", "5"), ("Arca:ProbeSeconds", "0.2")];

    public Shop Shop => shop;

    public Goods Goods => goods;

    public HiloClient Owner => owner;

    public IssuerView Issuer => issuer;

    public AgencyBook Agency => shop.Services.GetRequiredService<AgencyBook>();

    public AgencyCaeas Caeas => shop.Services.GetRequiredService<AgencyCaeas>();

    public AgencyFaults Faults => shop.Services.GetRequiredService<AgencyFaults>();

    public static async Task<Accountant> OpenAsync(Database database, TimeProvider? clock = null, int unitsEach = 10, params (string, string?)[] settings)
    {
        var shop = await Shop.OpenAsync(database, clock, [.. Hasty.ExceptBy(settings.Select(s => s.Item1), h => h.Item1), .. settings]);
        var goods = await Goods.InAsync(shop, unitsEach);
        var owner = await shop.StaffAsync();
        return new Accountant(shop, goods, owner, await Issuing.BeginAsync(owner, shop.Address, goods.Seller));
    }

    /// <summary>A sale over the phone, paid at once.</summary>
    public async Task<OrderView> Sells(string size = "M", OrderReceiver? receiver = null, int units = 1, CartContact? contact = null, Money? price = null) =>
        (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.Units(units), goods.Size(size).Id, UnitPrice: price)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id),
            contact ?? new CartContact("sofia@ejemplo.com", "Sofía Ñandú"), new PlaceOrderPayment(Tender.Cash, Received: true), receiver))).Value();

    public static OrderReceiver Company => new("CUIT", Buyer, 1, "Hilados del Sur S.R.L.");

    /// <summary>Waits until a condition over all documents holds.</summary>
    public async Task<List<FiscalDocument>> UntilAsync(Func<List<FiscalDocument>, bool> holds, int seconds = 30)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            var documents = await DocumentsAsync();
            if (holds(documents)) return documents;
            if (patience.IsCancellationRequested)
            {
                var series = (await owner.Invoicing.SeriesAsync()).Value();
                throw new Xunit.Sdk.XunitException($"""
                    After {seconds} s: {string.Join("; ", documents.Select(d => $"{d.Kind} {d.Number} {d.State} {d.Notes}"))}
                    {string.Join("; ", series.Select(s => $"{s.Name} {s.LastNumber} waits for {s.WaitingFor}, blocked for {s.BlockedFor}"))}
                    """);
            }
            await Task.Delay(50);
        }
    }

    public Task<List<FiscalDocument>> SettledAsync(int count, int seconds = 30) =>
        UntilAsync(all => all.Count == count && all.TrueForAll(d => d.State is FiscalDocumentState.Authorized or FiscalDocumentState.Rejected), seconds);

    public Task<List<FiscalDocument>> DocumentsAsync() =>
        shop.DoAsync(services => services.GetRequiredService<InvoicingDb>().Documents.AsNoTracking().OrderBy(d => d.QueuedAt).ThenBy(d => d.Id).ToListAsync());

    /// <summary>Tries the connection until the agency lets the issuer in: after an outage that may be a pause away.</summary>
    public async Task<AgencyConnection> ConnectedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (true)
        {
            if ((await owner.Invoicing.ConnectionAsync(issuer.Id, patience.Token)).Value() is { IsIn: true } connection) return connection;
            await Task.Delay(50, patience.Token);
        }
    }

    public Task SettleLogAsync() => shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => shop.DisposeAsync();
}
