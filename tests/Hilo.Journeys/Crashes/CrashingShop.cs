using Hilo.Client;
using Hilo.Platform;

namespace Hilo.Journeys.Crashes;

/// <summary>A shop whose server and database are killed, and the comparison of what it kept with what its clients know.</summary>
internal sealed class CrashingShop : IAsyncDisposable
{
    private const int Units = 100_000;
    private const int FewUnits = 40;

    /// <summary>After how many answers something dies, at most: counted and not timed, so that a slow machine crashes at the same places.</summary>
    private const int MostAnswers = 100;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(90);
    private readonly Random random;
    private readonly int seed;
    private readonly string data;
    private readonly OwnPostgres? postgres;
    private readonly StandIns world;
    private readonly HiloProcess server;
    private readonly Dictionary<string, OrderRow> seen = new(StringComparer.Ordinal);
    private HiloClient owner = null!;
    private Goods goods = null!;
    private int lives;
    private int serverKills;
    private int databaseKills;
    private int startKills;

    private CrashingShop(int seed, string data, OwnPostgres? postgres, StandIns world)
    {
        (this.seed, this.data, this.postgres, this.world) = (seed, data, postgres, world);
        random = new Random(seed);
        server = new HiloProcess(data, new Dictionary<string, string>(world.Settings, StringComparer.Ordinal)
        {
            ["ConnectionStrings__Hilo"] = postgres?.ConnectionString ?? $"Data Source={Path.Combine(data, "hilo.db")}",
            // Nobody waits a quarter of a minute for the work of a process that died a moment ago.
            ["Hilo__LeaseSeconds"] = "2",
        });
    }

    public Ledger Ledger { get; } = new();

    public string Crashes => $"{serverKills} times the server under load, {startKills} while it started, {databaseKills} times PostgreSQL";

    /// <summary>What the server printed last, for a failure.</summary>
    public string Said => server.Said is { Length: > 4_000 } much ? much[^4_000..] : server.Said;

    public static async Task<CrashingShop> OpenAsync(Database database, int seed)
    {
        var shop = new CrashingShop(
            seed, Directory.CreateTempSubdirectory("hilo-crash-").FullName, database.Dialect == Dialect.Postgres ? await OwnPostgres.StartAsync() : null, await StandIns.OpenAsync());
        await shop.server.StartAsync();
        shop.owner = shop.server.Client(await shop.server.OwnerTokenAsync());
        shop.goods = await Goods.InAsync(shop.owner, Units);
        await Issuing.BeginAsync(shop.owner, shop.world.Address, shop.goods.Seller);
        (await shop.owner.Stock.AdjustStockAsync(new AdjustStockRequest(shop.goods.Size("L").Id, shop.goods.Palermo.Id, "Quedan pocos", SetTo: Quantity.Units(FewUnits)))).Value();
        return shop;
    }

    /// <summary>
    /// One life: people work; at the same time everything that nobody answered in the life before is asked again and all that is known is compared;
    /// then something dies, and comes back.
    /// </summary>
    public async Task LiveAndDieAsync()
    {
        using var stop = new CancellationTokenSource();
        var (left, buyers) = (Ledger.Open(), NewBuyers());
        var working = buyers.WorkAsync(stop.Token);
        try
        {
            await AskAgainAsync(buyers, left, Settling, all: false);
            await CompareOrdersAsync(all: false);
            await AnswersAsync(random.Next(MostAnswers), TimeSpan.FromSeconds(5));
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(40)));
            await CrashAsync();
        }
        finally
        {
            await stop.CancelAsync();
            await working;
        }
        await ComesBackAsync();
    }

    /// <summary>The end: nothing is open any more, every mail and every peso is where it belongs, and every invariant holds.</summary>
    public async Task SettlesAsync()
    {
        await AskAgainAsync(NewBuyers(), Ledger.Open(), Settling, all: true);
        await CompareOrdersAsync(all: true);
        await CompareStockAsync();
        await UntilAsync("money", MoneyDifferencesAsync);
        await UntilAsync("fiscal documents", FiscalDifferencesAsync);
        await UntilAsync("mails", () => Task.FromResult(MailDifferences()));
        await server.StopAsync();
        var (code, printed) = await server.CommandAsync("check", "--json");
        Assert.True(code == 0, $"check ended with {code}:\n{printed}");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        await world.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private Buyers NewBuyers() => new(goods, Ledger, world, owner, server.Client(), unchecked((seed * 397) ^ ++lives));

    private async Task CrashAsync()
    {
        var what = postgres is null ? 0 : random.Next(4);
        if (what is 1 or 2)
        {
            await postgres!.KillAsync();
            databaseKills++;
            // Half of the time the server lives through it and goes on by itself.
            if (what == 1) await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300)));
        }
        if (what != 1)
        {
            await server.KillAsync();
            serverKills++;
        }
        if (what is 1 or 2) await postgres!.UpAsync();
        if (what == 1) await Task.Delay(TimeSpan.FromMilliseconds(200));
    }

    /// <summary>Up again; sometimes not at the first try.</summary>
    private async Task ComesBackAsync()
    {
        if (!server.IsRunning && random.Next(5) == 0)
        {
            server.Launch();
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1_200)));
            await server.KillAsync();
            startKills++;
        }
        if (!server.IsRunning) await server.StartAsync();
    }

    private static async Task AskAgainAsync(Buyers buyers, List<Asked> left, TimeSpan patience, bool all)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            // All at once, as everybody's browser does when a shop is there again.
            await Task.WhenAll(left.Where(a => a.State == AskedState.Open).Select(buyers.AskAgainAsync));
            // A payment whose outcome is not known yet may wait for the next life; an order or a change may not.
            var waiting = left.Where(a => a.State == AskedState.Open && (all || a is not Checkout)).ToList();
            if (waiting.Count == 0) return;
            Assert.True(since.Elapsed < patience, $"Still without an answer after {patience.TotalSeconds:0} s: {string.Join(", ", waiting.Take(5).Select(a => a.Name))}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private async Task AnswersAsync(int wanted, TimeSpan atMost)
    {
        var (before, since) = (Ledger.Answers, System.Diagnostics.Stopwatch.StartNew());
        while (Ledger.Answers - before < wanted && since.Elapsed < atMost) await Task.Delay(TimeSpan.FromMilliseconds(5));
    }

    /// <summary>Each acknowledged order is there once under its number, and there is no order that nobody asked for.</summary>
    private async Task CompareOrdersAsync(bool all)
    {
        // What is known before the shop is asked: people go on meanwhile.
        var acknowledged = Ledger.Acknowledged();
        var canceled = Ledger.Calls.Values.Where(c => c.Cancellation is { State: AskedState.Done }).Select(c => c.Name).ToList();
        var found = new Dictionary<string, OrderRow>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await PageAsync(cursor);
            foreach (var row in page.Items) Assert.True(found.TryAdd(row.CustomerName!, row), $"{row.CustomerName} has two orders: {found[row.CustomerName!].Number} and {row.Number}.");
            cursor = page.Next;
            // Older ones were compared after an earlier crash, and all of them are at the end.
            if (!all && page.Items.All(row => seen.ContainsKey(row.CustomerName!))) break;
        }
        while (cursor is not null);
        foreach (var (name, row) in found)
        {
            if (seen.TryGetValue(name, out var before)) Assert.True(before.Number == row.Number, $"{name} was {before.Number} and is now {row.Number}.");
            seen[name] = row;
            Assert.True(Ledger.Calls.ContainsKey(name) || Ledger.Checkouts.ContainsKey(name), $"Nobody asked for {row.Number} of {name}.");
            if (Ledger.Calls.TryGetValue(name, out var call) && call.State == AskedState.Refused) Assert.Fail($"{row.Number} exists although {name} was refused.");
        }
        foreach (var (name, number) in acknowledged)
        {
            var kept = all ? found.GetValueOrDefault(name) : seen.GetValueOrDefault(name);
            Assert.True(kept?.Number == number, $"{number} of {name} was answered and is {(kept is null ? "missing" : $"now {kept.Number}")}.");
        }
        foreach (var name in canceled)
            if (found.TryGetValue(name, out var row)) Assert.True(row.State == OrderState.Canceled, $"The cancellation of {row.Number} was answered and it is {row.State}.");
    }

    /// <summary>A server that lived through the death of its database may say so once more.</summary>
    private async Task<PageOf<OrderRow>> PageAsync(string? cursor)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (!(await owner.Orders.ListAsync(cursor: cursor)).Refused(out var problem, out var page)) return page;
            Assert.True(problem.Status == 503 && since.Elapsed < TimeSpan.FromSeconds(10), $"{problem.Status} {problem.Code}: {problem.Detail}");
        }
    }

    /// <summary>On hand is what there was and every adjustment once; allocated is what the living orders hold.</summary>
    private async Task CompareStockAsync()
    {
        foreach (var size in (string[])["S", "M", "L"])
        {
            var variant = goods.Size(size).Id;
            var level = (await owner.Stock.StockAsync(location: goods.Palermo.Id, variant: variant)).Value().Items.Single();
            var onHand = (size == "L" ? FewUnits : Units) + Ledger.Adjustments.Values.Where(a => a.State == AskedState.Done && a.Variant == variant).Sum(a => a.Units);
            Assert.Equal(Quantity.Units(onHand), level.OnHand);
            var held = Ledger.Calls.Values.Where(c => c.Variant == variant && c.Number is not null && c.Cancellation is not { State: AskedState.Done }).Sum(c => c.Units)
                + Ledger.Checkouts.Values.Count(c => c.Variant == variant && c.Number is not null);
            Assert.Equal(Quantity.Units(held), level.Allocated);
        }
    }

    /// <summary>Every peso that the gateway took belongs to one order, or went back once.</summary>
    private async Task<List<string>> MoneyDifferencesAsync()
    {
        var wrong = new List<string>();
        foreach (var checkout in Ledger.Checkouts.Values.Where(c => c.Payment is not null))
        {
            var there = await world.FindAsync(checkout.Payment!);
            if (await world.CountAsync(there.Reference) != 1) wrong.Add($"{checkout.Name}: the gateway has two payments of one attempt.");
            if (checkout.Number is null)
            {
                if (there.Captured != there.Refunded) wrong.Add($"{checkout.Name} ({checkout.Refusal}) has no order, paid {there.Captured} and got back {there.Refunded}.");
                continue;
            }
            var here = (await owner.Orders.FindAsync(checkout.Number)).Value().Money;
            if (here.Captured != there.Captured || here.Refunded != there.Refunded || there.Captured != checkout.Total)
                wrong.Add($"{checkout.Number}: {checkout.Total} asked, {there.Captured} taken and {there.Refunded} returned at the gateway, {here.Captured} and {here.Refunded} here.");
        }
        foreach (var call in Ledger.Calls.Values.Where(c => c.Cancellation is { State: AskedState.Done }))
        {
            var money = (await owner.Orders.FindAsync(call.Number!)).Value().Money;
            var owed = money.RefundsDue.Aggregate(Money.Zero(Currency.Ars), (sum, due) => sum + due.Amount);
            if (owed != money.Captured || !owed.IsPositive) wrong.Add($"{call.Number} was canceled: {money.Captured} taken, {owed} owed back.");
        }
        return wrong;
    }

    /// <summary>What was charged is what the agency has: invoices less notes, each of our documents there once and none besides.</summary>
    private async Task<List<string>> FiscalDifferencesAsync()
    {
        var wrong = new List<string>();
        var documents = new List<FiscalDocumentRow>();
        string? cursor = null;
        do
        {
            var page = (await owner.Invoicing.DocumentsAsync(cursor: cursor)).Value();
            documents.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        wrong.AddRange(documents.Where(d => d.State != FiscalDocumentState.Authorized).Select(d => $"{d.Title} of {d.OrderNumber} is {d.State}: {d.Problem}"));
        var there = world.Agency.All.Select(v => v.Cae).ToHashSet(StringComparer.Ordinal);
        wrong.AddRange(documents.Where(d => d.Cae is not null && !there.Remove(d.Cae)).Select(d => $"{d.Title} is not at the agency, or twice here."));
        wrong.AddRange(there.Select(cae => $"The agency has {cae}, and nobody here."));
        // Order by order only once nothing is under way any more: a thousand questions each time would hold up what they wait for.
        if (wrong.Count > 0) return wrong;
        var byOrder = documents.ToLookup(d => d.OrderNumber, StringComparer.Ordinal);
        foreach (var (number, isCanceled) in seen.Values.Select(r => (r.Number, r.State == OrderState.Canceled)))
        {
            var (order, mine) = ((await owner.Orders.FindAsync(number)).Value(), byOrder[number].ToList());
            var net = mine.Aggregate(Money.Zero(Currency.Ars), (sum, d) => d.Kind == FiscalDocumentKind.CreditNote ? sum - d.Total : sum + d.Total);
            var owed = order.Money.Captured.IsPositive && !isCanceled ? order.Totals.Total : Money.Zero(Currency.Ars);
            if (net != owed) wrong.Add($"{number}: {owed} charged, {net} documented by {mine.Count} documents.");
        }
        return wrong;
    }

    /// <summary>Every order was told once, nothing was told that did not happen.</summary>
    private List<string> MailDifferences()
    {
        var wrong = new List<string>();
        var mails = world.Mails().ToLookup(m => m.To.Single().Split('@')[0], StringComparer.Ordinal);
        foreach (var (name, row) in seen)
        {
            var told = mails[name].ToList();
            if (told.Count == 0) wrong.Add($"Nobody told {name} about {row.Number}.");
            foreach (var twice in told.GroupBy(m => m.Subject).Where(g => g.Count() > 1)) wrong.Add($"{name} was told twice: {twice.Key}.");
            foreach (var foreign in told.Where(m => !m.Subject.Contains(row.Number, StringComparison.Ordinal))) wrong.Add($"{name} of {row.Number} was told: {foreign.Subject}.");
            if (row.State == OrderState.Canceled && told.Count < 2) wrong.Add($"Nobody told {name} that {row.Number} was canceled.");
        }
        wrong.AddRange(mails.Where(m => !seen.ContainsKey(m.Key)).Select(m => $"{m.Key} was told of an order that does not exist: {m.First().Subject}."));
        return wrong;
    }

    private static async Task UntilAsync(string what, Func<Task<List<string>>> differences)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var wrong = await differences();
            if (wrong.Count == 0) return;
            Assert.True(since.Elapsed < Settling, $"{wrong.Count} differences of {what}:\n{string.Join('\n', wrong.Take(10))}");
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }
}
