using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class CreateCart
{
    public static void Map(RouteGroupBuilder carts) => carts.MapPost("", HandleAsync).NeverReplayed()
        .WithSummary("Start a cart, empty or with lines. The token in the answer is shown this once.");

    private static async Task<Results<Created<CartView>, ProblemHttpResult>> HandleAsync(
        CreateCartRequest request, CartCaller caller, SalesChannels channels, CartSteps steps, CancellationToken cancel)
    {
        if (await channels.FindActiveAsync(request.SalesChannelId, cancel) is not { } channel) return CartProblems.ChannelClosed.ToHttp();
        var (id, token, lines) = (IId<CartId>.New(), CartToken.New(), request.Lines ?? []);
        var step = new CartStep(id, caller, (cart, facts) => lines.Select(line => CartLines.Add(cart, line, facts)).FirstOrDefault(refused => refused is not null))
        {
            Begin = now => new Cart
            {
                Id = id,
                TokenHash = CartToken.Hash(token),
                SalesChannelId = channel.Id,
                SaleId = IId<SaleId>.New(),
                Currency = channel.Currency,
                CreatedAt = now,
                ChangedAt = now,
            },
            Wants = [.. lines.Select(l => l.VariantId).Distinct()],
        };
        return (await steps.TakeAsync(step, null, cancel)).Refused(out var problem, out var taken)
            ? problem.ToHttp()
            : TypedResults.Created($"/api/v1/shop/carts/{id}", taken.View! with { Token = token });
    }
}
