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
        carts.MapPost("/{id}/lines", AddAsync).WithSummary("Add units of a variant.");
        carts.MapPut("/{id}/lines/{line}", SetLineAsync).WithSummary("Set the units of a line; zero removes it.");
        carts.MapPut("/{id}/contact", SetContactAsync).WithSummary("Say who buys.");
        carts.MapPut("/{id}/delivery", SetDeliveryAsync).WithSummary("Choose pickup or shipment. From here on the units are held for a while.");
    }

    private static async Task<Answer> ShowAsync(CartId id, CartCaller caller, OpenCart open, CartViews views, CancellationToken cancel) =>
        (await open.ToReadAsync(id, caller.Token, cancel)).Refused(out var problem, out var cart) ? problem.ToHttp() : TypedResults.Ok(await views.ShowAsync(cart, null, cancel));

    private static Task<Answer> AddAsync(CartId id, AddCartLine request, CartCaller caller, CartSteps steps, ISellables sellables, CancellationToken cancel) =>
        AnsweredAsync(steps.TakeAsync(id, caller, async (cart, channel, now) =>
        {
            var sold = await sellables.FindAsync([request.VariantId], cart.SalesChannelId, cancel);
            if (!sold.TryGetValue(request.VariantId, out var sellable)) return cart.RefusedEdit() ?? CartProblems.NotSold;
            return cart.Add(sellable, request.Quantity, now, TimeSpan.FromHours(channel.PricesKeptHours)).Refused(out var problem, out _) ? problem : null;
        }, cancel));

    private static Task<Answer> SetLineAsync(CartId id, OrderLineId line, SetCartLineRequest request, CartCaller caller, CartSteps steps, CancellationToken cancel) =>
        AnsweredAsync(steps.TakeAsync(id, caller, (cart, _, now) => ValueTask.FromResult(cart.SetQuantity(line, request.Quantity, now)), cancel));

    private static Task<Answer> SetContactAsync(CartId id, CartContact request, CartCaller caller, CartSteps steps, CancellationToken cancel) =>
        AnsweredAsync(steps.TakeAsync(id, caller, (cart, _, now) => ValueTask.FromResult(cart.SetContact(request, now)), cancel));

    private static Task<Answer> SetDeliveryAsync(CartId id, CartDelivery request, CartCaller caller, CartSteps steps, DeliveryCheck check, CancellationToken cancel) =>
        AnsweredAsync(steps.TakeAsync(id, caller, async (cart, _, now) => await check.RefusedAsync(request, cancel) ?? cart.SetDelivery(request, now), cancel));

    private static async Task<Answer> AnsweredAsync(Task<Result<CartView>> step) => (await step).Refused(out var problem, out var view) ? problem.ToHttp() : TypedResults.Ok(view);
}
