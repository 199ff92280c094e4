using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Hilo.Client;

namespace Hilo.Bench;

/// <summary>From a paid sale to its invoice in the buyer's mailbox, before an agency that takes its time. Sales arrive at a steady rate, whether or not those before are through.</summary>
internal static class Invoices
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="agencyMs">How long the agency takes over each call.</param>
    public static async Task<int> RunAsync(string program, string? connection, double perSecond, int seconds, int warmUp, int agencyMs, CancellationToken cancel)
    {
        await using var standIns = await StandInsProcess.StartAsync(program, cancel);
        await using var server = await ServerProcess.StartAsync(program, connection, cancel, standIns.Settings);
        var world = await World.MakeAsync(server, cancel);
        await BeginAsync(world, standIns, cancel);
        await standIns.SlowAgencyAsync(agencyMs, cancel);
        await SellAsync(world, "warm", perSecond, TimeSpan.FromSeconds(warmUp), cancel);
        var paid = await SellAsync(world, "buyer", perSecond, TimeSpan.FromSeconds(seconds), cancel);

        var since = Stopwatch.StartNew();
        List<CaughtMail> invoices;
        do
        {
            invoices = [.. (await standIns.MailsAsync(cancel)).Where(m => m.HasPdf && paid.ContainsKey(m.To[0]))];
        }
        while (invoices.Count < paid.Count && since.Elapsed < Patience);
        double[] waits = [.. invoices.Select(m => (m.ReceivedAt - paid[m.To[0]]).TotalSeconds).Order()];
        double At(double part) => waits.Length == 0 ? 0 : waits[Math.Min(waits.Length - 1, (int)(waits.Length * part))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"invoice, {perSecond:0.#} sales/s for {seconds} s, agency {agencyMs} ms: {invoices.Count} of {paid.Count} in the mail, p50 {At(.50):0.00} s, p95 {At(.95):0.00} s, p99 {At(.99):0.00} s, longest {At(1):0.00} s"));
        var (twice, vouchers) = (invoices.Count(m => m.Deliveries != 1), await standIns.VouchersAsync(cancel));
        Console.WriteLine($"mails told twice {twice}, vouchers at the agency for sales and warm-up {vouchers}");
        return invoices.Count == paid.Count && twice == 0 ? 0 : 1;
    }

    /// <summary>From the legal entity to an active issuer.</summary>
    private static async Task BeginAsync(World world, StandInsProcess standIns, CancellationToken cancel)
    {
        var invoicing = world.Owner.Invoicing;
        var issuer = (await invoicing.CreateIssuerAsync(new CreateIssuerRequest(world.Seller, FiscalEnvironment.Sandbox, "hilo", "901-123456-7", new DateOnly(2015, 3, 1)), cancel: cancel)).Must();
        (await invoicing.CertifyAsync(issuer.Id, await standIns.CertifyAsync(issuer.SigningRequest, cancel), cancel: cancel)).Must();
        (await invoicing.AddPointAsync(issuer.Id, new AddFiscalPointRequest(7), cancel: cancel)).Must();
        (await invoicing.ActivateAsync(issuer.Id, cancel: cancel)).Must();
    }

    /// <summary>Mailboxes, and when the sale of each was answered.</summary>
    private static async Task<IReadOnlyDictionary<string, DateTimeOffset>> SellAsync(World world, string name, double perSecond, TimeSpan length, CancellationToken cancel)
    {
        var paid = new ConcurrentDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var (watch, sales) = (Stopwatch.StartNew(), new List<Task>());
        for (var i = 0; i < length.TotalSeconds * perSecond; i++)
        {
            var (at, mailbox) = (TimeSpan.FromSeconds(i / perSecond), $"{name}{i}@bench.example");
            if (at > watch.Elapsed) await Task.Delay(at - watch.Elapsed, cancel);
            var variant = world.Variants[i % world.Variants.Count];
            sales.Add(Task.Run(async () =>
            {
                (await world.Owner.Orders.PlaceAsync(
                    new PlaceOrderRequest(
                        world.Phone, [new PlaceOrderLine(Quantity.One, variant)], new CartDelivery(DeliveryKind.Pickup, world.Store), new CartContact(mailbox, "Buyer"),
                        new PlaceOrderPayment(Tender.Cash, Received: true)), cancel: cancel)).Must();
                paid[mailbox] = TimeProvider.System.GetUtcNow();
            }, cancel));
        }
        await Task.WhenAll(sales);
        return paid;
    }
}
