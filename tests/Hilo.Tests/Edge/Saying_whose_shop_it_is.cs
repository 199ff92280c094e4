using Hilo.Client;

namespace Hilo.Tests.Edge;

public class Saying_whose_shop_it_is
{
    private static readonly PostalAddress Address = new("Gurruchaga", "Buenos Aires", "C", "1414", "1687");
    private static readonly SaveMerchantRequest Shop = new(
        "Casa Retama", "CR", Currency.Ars, "America/Argentina/Buenos_Aires", "#7A3B2E", "#FFFFFF",
        [new SaveLegalEntity("30-50001091-2", "Casa Retama S.A.", VatCondition.Registered, Address)], "hola@casaretama.example");

    [Theory, EveryDatabase]
    public async Task Keeps_settings_and_legal_entities(Database database)
    {
        await using var server = await EdgeServer.OpenAsync(database: database);
        var owner = await server.SignedInAsync(StaffRole.Owner);
        var before = await owner.Merchant.GetAsync();
        Assert.Equal("America/Argentina/Buenos_Aires", before.TimeZone);

        Assert.False((await owner.Merchant.SaveAsync(before.Version, Shop)).Refused(out _, out var saved));
        var entity = Assert.Single(saved.LegalEntities);
        Assert.Equal(("30500010912", Address), (entity.Cuit, entity.Address));
        var renamed = Shop with { LegalEntities = [Shop.LegalEntities[0] with { Id = entity.Id, Name = "Retama S.R.L." }] };
        Assert.False((await owner.Merchant.SaveAsync(saved.Version, renamed)).Refused(out _, out _));

        var after = await owner.Merchant.GetAsync();
        Assert.Equal((entity.Id, "Retama S.R.L.", "CR"), (Assert.Single(after.LegalEntities).Id, after.LegalEntities[0].Name, after.OrderPrefix));
        Assert.Equal("edit.conflict", Code(await owner.Merchant.SaveAsync(saved.Version, Shop)));
    }

    [Fact]
    public async Task Refuses_what_cannot_be()
    {
        await using var server = await EdgeServer.OpenAsync();
        var owner = await server.SignedInAsync(StaffRole.Owner);
        var version = (await owner.Merchant.GetAsync()).Version;
        Task<Result<MerchantView>> SaveAsync(SaveMerchantRequest request) => owner.Merchant.SaveAsync(version, request);

        Assert.Equal("merchant.bad_cuit", Code(await SaveAsync(Shop with { LegalEntities = [Shop.LegalEntities[0] with { Cuit = "30500010913" }] })));
        Assert.Equal("merchant.bad_time_zone", Code(await SaveAsync(Shop with { TimeZone = "Buenos Aires" })));
        Assert.Equal("merchant.entity_unknown", Code(await SaveAsync(Shop with { LegalEntities = [Shop.LegalEntities[0] with { Id = IId<LegalEntityId>.New() }] })));
        Assert.Equal("request.invalid", Code(await SaveAsync(Shop with { OrderPrefix = "cr-1" })));
        Assert.Equal("request.invalid", Code(await SaveAsync(Shop with { BrandColor = "red" })));
        Assert.Equal("request.invalid", Code(await SaveAsync(Shop with { LegalEntities = [Shop.LegalEntities[0] with { Address = Address with { Street = "" } }] })));
        Assert.Equal(1, (await owner.Merchant.GetAsync()).Version);
    }

    [Theory]
    [InlineData("30-50001091-2", true)]
    [InlineData("20-12345678-6", true)]
    [InlineData("30500010912", true)]
    [InlineData("30500010911", false)]
    [InlineData("3050001091", false)]
    [InlineData("30-50001091-X", false)]
    [InlineData("٣٠500010912", false)]
    [InlineData(null, false)]
    public void Checks_the_last_digit_of_a_CUIT(string? text, bool isRight)
    {
        Assert.Equal(isRight, Cuit.TryParse(text, out var cuit));
        if (isRight) Assert.True(Cuit.TryParse(cuit.ToString(), out _));
    }

    private static string? Code<T>(Result<T> result) => result.Refused(out var problem, out _) ? problem.Code : null;
}
