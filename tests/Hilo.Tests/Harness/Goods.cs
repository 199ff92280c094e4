using Hilo.Client;

namespace Hilo.Tests;

/// <summary>A small shop to tell stories in: one legal entity, two stores and a depot, a jacket in three sizes.</summary>
public sealed record Goods(
    LegalEntityId Seller, SalesChannelView Web, SalesChannelView Phone, LocationView Palermo, LocationView Rosario, LocationView Depot, ProductView Jacket)
{
    public const string TimeZone = "America/Argentina/Buenos_Aires";

    public static readonly Money Price = Money.Ars(48_900);

    public VariantView Size(string size) => Jacket.Variants.First(v => v.OptionValues[^1] == size);

    /// <summary>Sets everything up through the API, as an owner would.</summary>
    public static async Task<Goods> InAsync(Shop shop, int unitsEach = 10) => await InAsync(await shop.StaffAsync(), unitsEach);

    /// <inheritdoc cref="InAsync(Shop, int)"/>
    public static async Task<Goods> InAsync(HiloClient owner, int unitsEach = 10)
    {
        var merchant = await owner.Merchant.GetAsync();
        var address = new PostalAddress("Gurruchaga", "Buenos Aires", "C", "C1414DIL", "1687");
        var saved = (await owner.Merchant.SaveAsync(merchant.Version, new SaveMerchantRequest(
            "Casa Retama", "R", Currency.Ars, TimeZone, "#1F4D3A", "#FFFFFF", [new SaveLegalEntity("30-00000001-5", "Casa Retama S.A.", VatCondition.Registered, address)]))).Value();
        var seller = saved.LegalEntities[0].Id;

        var palermo = (await owner.Stock.CreateLocationAsync(Place("PAL", "Palermo", LocationKind.Store, seller, address, new GeoPoint(-34.5889, -58.4306)))).Value();
        var rosario = (await owner.Stock.CreateLocationAsync(Place("ROS", "Rosario Centro", LocationKind.Store, seller, new("Córdoba", "Rosario", "S", "S2000AWN", "1352"), new GeoPoint(-32.9468, -60.6393)))).Value();
        var depot = (await owner.Stock.CreateLocationAsync(Place("AVE", "Depósito Avellaneda", LocationKind.Warehouse, seller, new("Av. Belgrano", "Avellaneda", "B", "B1870ARG", "3300"), new GeoPoint(-34.6627, -58.3655)))).Value();

        var channels = (await owner.Orders.SalesChannelsAsync()).Value().ToList();
        async Task<SalesChannelView> Channel(string name, SalesChannelKind kind) =>
            channels.Find(c => c.Kind == kind) ?? (await owner.Orders.CreateSalesChannelAsync(new SaveSalesChannelRequest(name, kind, seller, Currency.Ars, true, 1, 5))).Value();
        var (web, phone) = (await Channel("Tienda web", SalesChannelKind.Web), await Channel("Teléfono", SalesChannelKind.Phone));

        var category = (await owner.Catalog.CreateCategoryAsync(new SaveCategoryRequest("Abrigos", "abrigos"))).Value();
        var jacket = (await owner.Catalog.CreateProductAsync(new SaveProductRequest(
            "Campera de jean Tafí", ProductStatus.Published,
            [.. new[] { "S", "M", "L" }.Select(size => new SaveVariant(Sku: $"CAM-TAFI-{size}", OptionValues: [size], WeightGrams: 820, TaxCode: TaxCode.Vat21, Price: Price))],
            Description: "Denim de algodón.", Options: [new ProductOption("Talle", ["S", "M", "L"])], Categories: [category.Id]))).Value();

        var stock = (await owner.Stock.SetStockAsync(new BulkStockRequest(
            [.. from variant in jacket.Variants from place in new[] { palermo, rosario, depot } select new BulkStockLine(variant.Sku, place.Code, Quantity.Units(unitsEach))],
            "Conteo inicial"))).Value();
        Assert.Empty(stock.Problems);
        return new Goods(seller, web, phone, palermo, rosario, depot, jacket);
    }

    private static SaveLocationRequest Place(string code, string name, LocationKind kind, LegalEntityId seller, PostalAddress address, GeoPoint position) =>
        new(code, name, kind, seller, address, TimeZone, Ships: true, OffersPickup: kind == LocationKind.Store, Position: position,
            Hours: [.. Enum.GetValues<DayOfWeek>().Select(day => new OpeningHours(day, new TimeOnly(9, 0), new TimeOnly(20, 0)))]);
}

/// <summary>Answers of the API in tests.</summary>
public static class Answers
{
    /// <summary>The value; a refusal fails the test with its words.</summary>
    public static T Value<T>(this Result<T> result) =>
        result.Refused(out var problem, out var value) ? throw new Xunit.Sdk.XunitException($"{problem.Status} {problem.Code}: {problem.Detail}") : value;

    /// <summary>The refusal; a value fails the test.</summary>
    public static Problem Problem<T>(this Result<T> result) =>
        result.Refused(out var problem, out _) ? problem : throw new Xunit.Sdk.XunitException("It was allowed.");
}
