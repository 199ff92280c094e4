namespace Hilo.Client;

public static class CartCallsExtension
{
    extension(HiloClient client)
    {
        public CartCalls Carts => new(client);
    }
}

/// <summary>A cart: its id and token open it from any device.</summary>
public readonly struct CartCalls(HiloClient client)
{
    private const string Root = "/api/v1/shop";
    private const string Header = "Cart-Token";

    public Task<Result<CartView>> CreateAsync(CreateCartRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<CartView>($"{Root}/carts", request, idempotencyKey, cancel: cancel);

    public Task<Result<CartView>> OpenAsync(CartId cart, string token, CancellationToken cancel = default) =>
        client.With(Header, token).TryGetAsync<CartView>($"{Root}/carts/{cart}", cancel);

    /// <summary>Adds to what the cart has of the variant.</summary>
    public Task<Result<CartView>> AddAsync(CartId cart, string token, AddCartLine line, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.With(Header, token).PostAsync<CartView>($"{Root}/carts/{cart}/lines", line, idempotencyKey, cancel: cancel);

    public Task<Result<CartView>> SetLineAsync(CartId cart, string token, OrderLineId line, Quantity quantity, CancellationToken cancel = default) =>
        client.With(Header, token).PutAsync<CartView>($"{Root}/carts/{cart}/lines/{line}", new SetCartLineRequest(quantity), cancel: cancel);

    public Task<Result<CartView>> SetContactAsync(CartId cart, string token, CartContact contact, CancellationToken cancel = default) =>
        client.With(Header, token).PutAsync<CartView>($"{Root}/carts/{cart}/contact", contact, cancel: cancel);

    /// <summary>Chooses pickup or shipment and holds the units.</summary>
    public Task<Result<CartView>> SetDeliveryAsync(CartId cart, string token, CartDelivery delivery, CancellationToken cancel = default) =>
        client.With(Header, token).PutAsync<CartView>($"{Root}/carts/{cart}/delivery", delivery, cancel: cancel);

    public Task<Result<CheckoutOptions>> OptionsAsync(CartId cart, string token, string? postalCode = null, CancellationToken cancel = default) =>
        client.With(Header, token).TryGetAsync<CheckoutOptions>(Query.Of($"{Root}/carts/{cart}/options", ("postalCode", postalCode)), cancel);

    public Task<Result<CartView>> MergeAsync(CartId cart, string token, MergeCartRequest request, CancellationToken cancel = default) =>
        client.With(Header, token).PostAsync<CartView>($"{Root}/carts/{cart}/merges", request, cancel: cancel);

    /// <summary>Places the order, or answers where the card is paid. Safe to repeat.</summary>
    public Task<Result<CompletionView>> CompleteAsync(CartId cart, string token, CompleteCartRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.With(Header, token).PutAsync<CompletionView>($"{Root}/carts/{cart}/completion", request, idempotencyKey, cancel: cancel);
}
