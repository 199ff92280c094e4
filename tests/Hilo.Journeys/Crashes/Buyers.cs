using System.Text.Json;
using Hilo.Client;

namespace Hilo.Journeys.Crashes;

/// <summary>People and programs who use the shop all at once, and write down what they were told.</summary>
internal sealed class Buyers(Goods goods, Ledger ledger, StandIns world, HiloClient owner, HiloClient guest, int seed)
{
    private const int ByCall = 4;
    private const int ByCheckout = 4;
    private int count;

    /// <summary>Works until told to stop, or, when nobody answers any more, until then.</summary>
    public async Task WorkAsync(CancellationToken until)
    {
        List<Func<Random, CancellationToken, Task>> people =
        [
            .. Enumerable.Repeat<Func<Random, CancellationToken, Task>>(CallAsync, ByCall), .. Enumerable.Repeat<Func<Random, CancellationToken, Task>>(CheckOutAsync, ByCheckout), AdjustAsync, CancelAsync,
        ];
        await Task.WhenAll(people.Select((work, i) => Task.Run(async () =>
        {
            var random = new Random(unchecked((seed * 31) + i));
            while (!until.IsCancellationRequested) await work(random, until);
        }, CancellationToken.None)));
    }

    /// <summary>Whoever gets no answer asks the same again, a little later.</summary>
    private static async Task InsistAsync(Asked asked, Func<Task> ask, CancellationToken until)
    {
        await ask();
        while (asked.State == AskedState.Open && !until.IsCancellationRequested)
        {
            await PauseAsync(until);
            await ask();
        }
    }

    private static Task PauseAsync(CancellationToken until) => Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(30), until));

    /// <summary>Asks again: the same key, the same body.</summary>
    public Task AskAgainAsync(Asked asked) => asked switch
    {
        OneCall call => AnswerAsync(call),
        Cancellation cancellation => AnswerAsync(cancellation),
        Adjustment change => AnswerAsync(change),
        Checkout checkout => GoOnAsync(checkout),
        _ => throw new NotSupportedException(asked.Name),
    };

    private async Task CallAsync(Random random, CancellationToken until)
    {
        var name = Name("call");
        // Two sizes that never run out, and one that does all the time.
        var call = ledger.Calls[name] = new OneCall(name, Variant(random), 1 + random.Next(2));
        await InsistAsync(call, () => AnswerAsync(call), until);
    }

    private async Task AnswerAsync(OneCall call)
    {
        var request = new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.Units(call.Units), call.Variant)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id),
            Contact(call.Name), new PlaceOrderPayment(Tender.Cash, Received: true),
            // A reference of the caller finds an order again too: half of them have only the key.
            ExternalReference: call.Units == 2 ? call.Name : null);
        if (await AskAsync(call, () => owner.Orders.PlaceAsync(request, call.Key)) is { } order) (call.Id, call.Number) = (order.Id, order.Number);
    }

    private async Task CheckOutAsync(Random random, CancellationToken until)
    {
        var name = Name("cart");
        var checkout = new Checkout(name, Variant(random));
        // A cart whose token nobody received belongs to nobody: it is started again under another name.
        if (await AskAsync(null, () => guest.Carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(checkout.Variant, Quantity.One)]))) is not { } cart)
        {
            await PauseAsync(until);
            return;
        }
        (checkout.Cart, checkout.Token) = (cart.Id, cart.Token);
        ledger.Checkouts[name] = checkout;
        await InsistAsync(checkout, () => GoOnAsync(checkout), until);
    }

    /// <summary>From wherever it stands.</summary>
    private async Task GoOnAsync(Checkout checkout)
    {
        var (cart, token) = (checkout.Cart, checkout.Token!);
        if (!checkout.IsReady)
        {
            if (await AskAsync(null, () => guest.Carts.SetContactAsync(cart, token, Contact(checkout.Name))) is null) return;
            if (await AskAsync(null, () => guest.Carts.SetDeliveryAsync(cart, token, new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id))) is not { } ready) return;
            (checkout.Total, checkout.IsReady) = (ready.Totals.Total, true);
        }
        if (checkout.Payment is null)
        {
            if (await AskAsync(checkout, () => guest.Carts.CompleteAsync(cart, token, new CompleteCartRequest(Tender.CardOnline, checkout.Total))) is not { } opened) return;
            checkout.State = AskedState.Open;
            if (opened.Order is { } early) Placed(checkout, early);
            // The provider's answer is not known yet: asked again later.
            if (opened.Order is not null || opened.Attempt is not { RedirectUrl: { } page } attempt) return;
            (checkout.Attempt, checkout.Payment) = (attempt.Id, page[(page.LastIndexOf('/') + 1)..]);
        }
        checkout.IsPaid = await world.PayAsync(checkout.Payment) || checkout.IsPaid;
        if (await AskAsync(checkout, () => guest.ShopOrders.ReturnFromPaymentAsync(checkout.Attempt)) is not { } back) return;
        checkout.State = AskedState.Open;
        if (back.Order is { } placed) Placed(checkout, placed);
    }

    private static void Placed(Checkout checkout, PlacedOrder order) => (checkout.Number, checkout.State) = (order.Number, AskedState.Done);

    private Task AdjustAsync(Random random, CancellationToken until)
    {
        var name = Name("count");
        var change = ledger.Adjustments[name] = new Adjustment(name, Variant(random), random.Next(-2, 5) is var units and not 0 ? units : 1);
        return InsistAsync(change, () => AnswerAsync(change), until);
    }

    private Task AnswerAsync(Adjustment change) => AskAsync(change, () => owner.Stock.AdjustStockAsync(
        new AdjustStockRequest(change.Variant, goods.Palermo.Id, change.Name, ChangeBy: Quantity.Units(change.Units)), change.Key));

    private Task CancelAsync(Random random, CancellationToken until)
    {
        var placed = ledger.Calls.Values.Where(c => c is { Number: not null, Cancellation: null }).Take(200).ToArray();
        if (placed.Length == 0) return PauseAsync(until);
        var call = placed[random.Next(placed.Length)];
        var cancellation = call.Cancellation = new Cancellation(call);
        return InsistAsync(cancellation, () => AnswerAsync(cancellation), until);
    }

    private Task AnswerAsync(Cancellation cancellation) =>
        AskAsync(cancellation, () => owner.Orders.CancelAsync(cancellation.Call.Id, new CancelOrderRequest("Se arrepintió"), cancellation.Key));

    /// <summary>Writes down what was answered. A lost connection, an answer of the 5xx kind and a first call that still runs are no answer.</summary>
    private async Task<T?> AskAsync<T>(Asked? asked, Func<Task<Result<T>>> ask) where T : class
    {
        try
        {
            var refused = (await ask()).Refused(out var problem, out var answer);
            ledger.Answered();
            if (!refused)
            {
                asked?.State = AskedState.Done;
                return answer;
            }
            if (problem!.Status == 500) throw new InvalidOperationException($"500 {problem.Code}: {problem.Detail}");
            if (problem.Status < 500 && problem.Code is not ("idempotency.in_progress" or "payment.outcome_unknown" or "cart.charge_pending" or "cart.changed" or "edit.raced"))
            {
                asked?.State = AskedState.Refused;
                if (asked is Checkout checkout) checkout.Refusal = problem.Code;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or JsonException or InvalidDataException)
        {
            // Nobody knows.
        }
        return null;
    }

    private static CartContact Contact(string name) => new($"{name}@comprador.example", name);

    private VariantId Variant(Random random) => goods.Size(random.Next(6) switch { 0 => "L", 1 or 2 => "M", _ => "S" }).Id;

    private string Name(string kind) => $"{kind}-{seed:x}-{Interlocked.Increment(ref count)}";
}
