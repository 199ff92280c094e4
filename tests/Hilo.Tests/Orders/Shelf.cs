using System.Collections.Concurrent;

namespace Hilo.Tests.Orders;

/// <summary>What is for sale, put there by the test.</summary>
internal sealed class Shelf : ISellables
{
    private readonly ConcurrentDictionary<VariantId, Sellable> sold = new();

    public Sellable Put(string sku, decimal price, TaxCode tax = TaxCode.Vat21, long grams = 500)
    {
        var sellable = new Sellable(IId<VariantId>.New(), IId<ProductId>.New(), sku, $"Campera {sku}", "Azul · M", sku.ToLowerInvariant(), Money.Ars(price), null, tax, grams, null);
        return sold[sellable.Id] = sellable;
    }

    public void Reprice(VariantId variant, decimal price) => sold[variant] = sold[variant] with { Price = Money.Ars(price) };

    public void Withdraw(VariantId variant) => sold.TryRemove(variant, out _);

    public Task<IReadOnlyDictionary<VariantId, Sellable>> FindAsync(IReadOnlyCollection<VariantId> variants, SalesChannelId salesChannel, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<VariantId, Sellable>>(variants.Where(sold.ContainsKey).ToDictionary(v => v, v => sold[v]));

    public Task<IReadOnlyDictionary<string, VariantId>> FindCodesAsync(IReadOnlyCollection<string> codes, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, VariantId>>(sold.Values.Where(s => codes.Contains(s.Sku)).ToDictionary(s => s.Sku, s => s.Id));

    public Task<IReadOnlyList<VariantId>> SearchAsync(string words, VariantId? from, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<VariantId>>([.. sold.Values.Where(s => s.Title.Contains(words, StringComparison.OrdinalIgnoreCase)).Select(s => s.Id).Take(limit)]);

    public Task<IReadOnlyDictionary<VariantId, VariantName>> NameAsync(IReadOnlyCollection<VariantId> variants, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<VariantId, VariantName>>(variants.Where(sold.ContainsKey).ToDictionary(v => v, v =>
            new VariantName(v, sold[v].Sku, sold[v].Title, sold[v].VariantTitle, sold[v].ProductHandle, null)));
}
