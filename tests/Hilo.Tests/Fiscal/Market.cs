using System.Collections.Concurrent;
using Hilo.Invoicing;
using Hilo.Platform;
using Hilo.Sandbox.Agency;
using Hilo.Tests.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

/// <summary>Sales without a shop around them, invoiced by hubs that may end at any moment, before an agency that is as bad as it gets.</summary>
internal sealed class Market : ISalesToInvoice, IMerchant, IOpenOrderLinks, IAsyncDisposable
{
    private static readonly LegalEntityId Seller = IId<LegalEntityId>.New();
    private readonly ConcurrentDictionary<OrderId, SaleToInvoice> sales = new();
    private readonly SandboxHost sandbox;
    private readonly IConfiguration settings;
    private readonly TimeProvider? clock;
    private readonly string keys = Directory.CreateTempSubdirectory("hilo-market-").FullName;

    private Market(SandboxHost sandbox, int batch, TimeProvider? clock) => (this.sandbox, this.clock, settings) = (sandbox, clock, new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("Arca:Sandbox:Base", new Uri(sandbox.Http.BaseAddress!, "sandbox/arca").ToString()), new("Arca:GraceSeconds", "0.5"), new("Arca:BatchGraceSeconds", "0.5"), new("Arca:AbsenceGapSeconds", "0.1"),
        new("Arca:RetrySeconds", "0.02"), new("Arca:ProbeSeconds", "0.1"), new("Arca:OpensAfter", clock is null ? "5" : "2"), new("Arca:ContingencySeconds", "0.2"), new("Arca:FarewellSeconds", "0"), new("Arca:Batch", $"{batch}"), new("Arca:WriteTimeoutSeconds", "3"), new("Arca:BatchTimeoutSeconds", "3"), new("Hilo:LeaseSeconds", "2"),
    ]).Build());

    public Node Node { get; private set; } = null!;

    public AgencyBook Agency => sandbox.Of<AgencyBook>();

    public AgencyFaults Faults => sandbox.Of<AgencyFaults>();

    public IReadOnlyDictionary<OrderId, SaleToInvoice> Sales => sales;

    public static async Task<Market> OpenAsync(Database database, int batch = 40, TimeProvider? clock = null, int? contingency = null)
    {
        var market = new Market(await SandboxHost.StartAsync(clock), batch, clock);
        market.Node = await Node.OnAsync(database, market.Modules, clock);
        await market.IssueAsync(contingency);
        return market;
    }

    /// <summary>Another hub on the same database.</summary>
    public Node Hub() => new(Node.ConnectionString, Modules, clock);

    /// <summary>Paid sales with random lines of all rates, each to a receiver of its own.</summary>
    public async Task SellAsync(int count, Random dice)
    {
        var codes = Enum.GetValues<TaxCode>();
        var told = new List<IEvent>();
        for (var i = 0; i < count; i++)
        {
            var id = IId<OrderId>.New();
            var lines = Enumerable.Range(0, dice.Next(1, 5)).Select(_ =>
            {
                var (units, price) = (dice.Next(1, 4), Money.Ars(dice.Next(100, 9_000_000) / 100m));
                var gross = price.Times(Quantity.Units(units));
                var discount = dice.Next(3) == 0 ? new Money(-dice.NextInt64(gross.Minor), gross.Currency) : Money.Zero(gross.Currency);
                return new LineToInvoice(IId<OrderLineId>.New(), $"SKU-{dice.Next(999)}", "Prenda", "M", codes[dice.Next(codes.Length)], Quantity.Units(units), Quantity.Zero, price, discount, gross + discount, Money.Zero(gross.Currency));
            }).ToList();
            var delivery = dice.Next(2) == 0 ? Money.Ars(dice.Next(1, 900_000) / 100m) : (Money?)null;
            PricedShipping[] shipping = delivery is { } cost ? [new PricedShipping("Envío", TaxCode.Vat21, cost, cost, Money.Zero(cost.Currency))] : [];
            var total = lines.Aggregate(delivery ?? Money.Ars(0), (sum, l) => sum + l.Gross);
            sales[id] = new SaleToInvoice(
                id, $"R-{sales.Count + 1}", Seller, IId<SalesChannelId>.New(), null, null, "es-AR", null, null, Receiver(dice, sales.Count), null, Now, Now, Tender.Cash, Currency.Ars, IsOver: false, lines, shipping, total);
            told.Add(new OrderPaid(id, sales[id].Number, null, null, total, Tender.Cash));
        }
        await TellAsync(told);
    }

    /// <summary>Some sales are canceled, some in part, some twice.</summary>
    public async Task CancelSomeAsync(Random dice, int of)
    {
        var told = new List<IEvent>();
        foreach (var sale in sales.Values.Where(s => !s.IsOver && dice.Next(of) == 0).ToList())
        {
            if (dice.Next(2) == 0)
            {
                sales[sale.Id] = sale with { IsOver = true };
                told.Add(new OrderCanceled(sale.Id, sale.Number, null, null, "customer", sale.Total, []));
                continue;
            }
            var index = dice.Next(sale.Lines.Count);
            var line = sale.Lines[index];
            if (line.Canceled == line.Ordered) continue;
            var canceled = Quantity.Units(dice.Next((int)(line.Canceled.Thousandths / 1000) + 1, (int)(line.Ordered.Thousandths / 1000) + 1));
            var gross = new Money(Money.RoundHalfEven((Int128)line.Gross.Minor * canceled.Thousandths, line.Ordered.Thousandths), line.Gross.Currency);
            sales[sale.Id] = sale with { Lines = [.. sale.Lines.Select((l, i) => i == index ? l with { Canceled = canceled, CanceledGross = gross } : l)] };
            told.Add(new UnitsCanceled(sale.Id, sale.Number, null, null, "not_found", gross, []));
        }
        await TellAsync(told);
    }

    /// <summary>The log's runner takes note of everything that was told, and ends.</summary>
    public async Task ReadAsync()
    {
        await using var reader = new Node(Node.ConnectionString, services =>
        {
            Modules(services);
            // Only the log: the story says who sends, and when that one dies.
            foreach (var sweep in services.Where(s => s.ImplementationInstance is Sweep).ToList()) services.Remove(sweep);
        }, clock);
        await reader.StartAsync();
        await reader.SettleAsync();
    }

    public Task<List<FiscalDocument>> DocumentsAsync() => Node.DoAsync(services => services.GetRequiredService<InvoicingDb>().Documents.AsNoTracking().ToListAsync());

    public Task<List<Series>> SeriesAsync() => Node.DoAsync(services => services.GetRequiredService<InvoicingDb>().Series.AsNoTracking().ToListAsync());

    public Task<long> OpenAsync() => Count($"select count(*) from invoicing_documents where state not in ('authorized', 'rejected')");

    /// <summary>Made under a CAEA, and the agency was not told yet.</summary>
    public Task<long> UntoldAsync() => Count($"select count(*) from invoicing_documents where report is not null and report <> 'reported'");

    public async Task<List<string>> ViolationsAsync()
    {
        var found = new List<string>();
        await Node.DoAsync(async services =>
        {
            foreach (var invariant in services.GetServices<IInvariant>()) found.AddRange(await invariant.ViolationsAsync(services.GetRequiredService<DbSession>(), CancellationToken.None));
        });
        return found;
    }

    public Task<IReadOnlyDictionary<OrderId, SaleToInvoice>> FindAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<OrderId, SaleToInvoice>>(orders.ToDictionary(o => o, o => sales[o]));

    public Task<MerchantView> CurrentAsync(CancellationToken cancel) => Task.FromResult(new MerchantView(
        1, "Trama", "TR", Currency.Ars, "America/Argentina/Buenos_Aires", null, null, "#2C3F94", "#FFFFFF", null,
        [new LegalEntityView(Seller, Given.Issuer, "Trama S.A.", VatCondition.Registered, new PostalAddress("Honduras", "Buenos Aires", "C", "1414", "4721"))]));

    public Task<Result<OrderId>> OpenAsync(string link, CustomerId? shopper, CancellationToken cancel) => throw new NotSupportedException();

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await sandbox.DisposeAsync();
        Directory.Delete(keys, recursive: true);
    }

    private DateTimeOffset Now => (clock ?? TimeProvider.System).GetUtcNow();

    private static OrderReceiver Receiver(Random dice, int number) => dice.Next(4) == 0
        ? new OrderReceiver("CUIT", "30-71234567-1", 1, "Hilados del Sur S.R.L.")
        : new OrderReceiver("DNI", $"{10_000_000 + number}", null, "Ana");

    private void Modules(IServiceCollection services) => services
        .AddSingleton(settings).AddSecrets(keys).AddSingleton<IFiles>(new FolderFiles(keys))
        .AddSingleton<IMerchant>(this).AddSingleton<ISalesToInvoice>(this).AddSingleton<IOpenOrderLinks>(this)
        .AddInvoicing();

    private Task TellAsync(List<IEvent> told) => Node.DoAsync(services => services.GetRequiredService<EventLog>().AppendAsync(told, CancellationToken.None));

    private async Task<long> Count(Sql sql) => (await Node.QueryAsync(sql, row => row.GetInt64(0)))[0];

    private async Task IssueAsync(int? contingency)
    {
        var (key, request) = CertificateKeys.New("Trama S.A.", "trama", Given.Issuer);
        using var signed = await sandbox.Http.PostAsync("/sandbox/arca/certificates", new StringContent(request));
        var pem = await signed.Content.ReadAsStringAsync();
        await Node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<InvoicingDb>();
            var issuer = new Issuer
            {
                Id = IId<IssuerId>.New(),
                LegalEntityId = Seller,
                Environment = FiscalEnvironment.Sandbox,
                Alias = "trama",
                PrivateKey = services.GetRequiredService<ISecrets>().Protect(Issuer.KeyPurpose, key),
                SigningRequest = request,
                CreatedAt = Now,
            };
            issuer.TakeCertificate(pem, Now.AddYears(2));
            Assert.Null(issuer.Activate(hasPoint: true, Now.AddMinutes(-1)));
            db.Add(issuer);
            db.Add(new FiscalPoint { Id = IId<FiscalPointId>.New(), IssuerId = issuer.Id, Number = 7, Fallback = contingency });
            if (contingency is { } point) db.Add(new FiscalPoint { Id = IId<FiscalPointId>.New(), IssuerId = issuer.Id, Number = point, IsContingency = true });
            await db.SaveChangesAsync();
        });
    }
}
