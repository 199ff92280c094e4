using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<Hilo.CartView>, Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Hilo.Orders;

/// <summary>The small steps of a cart; its id and token open it from any device.</summary>
internal static class CartEndpoints
{
    public static void Map(RouteGroupBuilder carts)
    {
        carts.MapGet("/{id}", ShowAsync).WithSummary("A cart, opened by its id and the header Cart-Token.");
        carts.MapPost("/{id}/lines", AddAsync).KeyGoesWithTheCommand().WithSummary("Add units of a variant.");
        carts.MapPut("/{id}/lines/{line}", SetLineAsync).KeyGoesWithTheCommand().WithSummary("Set the units of a line; zero removes it.");
        carts.MapPut("/{id}/contact", SetContactAsync).KeyGoesWithTheCommand().WithSummary("Say who buys.");
        carts.MapPut("/{id}/delivery", SetDeliveryAsync).KeyGoesWithTheCommand().WithSummary("Choose pickup or shipment. From here on the units are held for a while.");
        carts.MapPost("/{id}/merges", MergeAsync).KeyGoesWithTheCommand().WithSummary("Take over the lines of another cart of the same shopper; both tokens are needed.");
    }

    private static async Task<Answer> ShowAsync(CartId id, CartCaller caller, OpenCart open, CartViews views, CancellationToken cancel) =>
        (await open.ToReadAsync(id, caller.Token, cancel)).Refused(out var problem, out var cart) ? problem.ToHttp() : TypedResults.Ok((await views.ShowAsync([cart], cancel))[0]);

    private static Task<Answer> AddAsync(CartId id, AddCartLine request, CartCaller caller, IdempotencyKey? key, CartSteps steps, CancellationToken cancel) =>
        AnsweredAsync(steps, key, cancel, new CartStep(id, caller, (cart, facts) => CartLines.Add(cart, request, facts)) { Wants = [request.VariantId] });

    private static Task<Answer> SetLineAsync(CartId id, OrderLineId line, SetCartLineRequest request, CartCaller caller, IdempotencyKey? key, CartSteps steps, CancellationToken cancel) =>
        AnsweredAsync(steps, key, cancel, new CartStep(id, caller, (cart, facts) => cart.SetQuantity(line, request.Quantity, facts.Now)));

    private static Task<Answer> SetContactAsync(CartId id, CartContact request, CartCaller caller, IdempotencyKey? key, CartSteps steps, CancellationToken cancel) =>
        AnsweredAsync(steps, key, cancel, new CartStep(id, caller, (cart, facts) => cart.SetContact(request, facts.Now, facts.ChargesTributes)));

    private static Task<Answer> SetDeliveryAsync(CartId id, CartDelivery request, CartCaller caller, IdempotencyKey? key, CartSteps steps, CancellationToken cancel) =>
        AnsweredAsync(steps, key, cancel, new CartStep(id, caller, (cart, facts) => DeliveryCheck.Refused(request, facts.Places) ?? cart.SetDelivery(request, facts.Now)));

    private static Task<Answer> MergeAsync(CartId id, MergeCartRequest request, CartCaller caller, IdempotencyKey? key, CartSteps steps, CancellationToken cancel) =>
        AnsweredAsync(steps, key, cancel, new CartStep(id, caller, (cart, facts) => cart.Merge(facts.From!, facts.Now)) { From = (request.From, request.FromToken) });

    private static async Task<Answer> AnsweredAsync(CartSteps steps, IdempotencyKey? key, CancellationToken cancel, CartStep step) =>
        (await steps.TakeAsync(step, key, cancel)).Refused(out var problem, out var taken) ? problem.ToHttp() : TypedResults.Ok(taken.View!);
}

/// <summary>Puts what the catalog sells into a cart.</summary>
internal static class CartLines
{
    public static Problem? Add(Cart cart, AddCartLine wanted, StepFacts facts)
    {
        if (!facts.Sold.TryGetValue(wanted.VariantId, out var sellable)) return cart.RefusedEdit() ?? CartProblems.NotSold;
        return cart.Add(sellable, wanted.Quantity, facts.Now, TimeSpan.FromHours(facts.Channel.PricesKeptHours)).Refused(out var problem, out _) ? problem : null;
    }
}
