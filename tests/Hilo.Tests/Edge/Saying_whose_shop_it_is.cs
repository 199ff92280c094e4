using System.Net;
using Hilo.Client;
using Hilo.Sandbox.Art;

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

    [Theory, EveryDatabase]
    public async Task Keeps_a_logo_that_everyone_may_see(Database database)
    {
        await using var server = await EdgeServer.OpenAsync(database: database);
        var owner = await server.SignedInAsync(StaffRole.Owner);
        var sign = ShopSign.Png(96);

        var saved = (await SetAsync(owner, sign)).Value();

        var logo = Assert.IsType<LogoView>(saved.Logo);
        Assert.Equal((96, 96, false), (logo.Width, logo.Height, logo.IsWide));
        Assert.Equal(logo, (await owner.Merchant.GetAsync()).Logo);
        Assert.Equal(sign, await server.Http.GetByteArrayAsync(new Uri(logo.Url, UriKind.Relative)));
        // Saving the rest does not lose it, and what was refused did not touch it.
        Assert.Equal(logo, (await owner.Merchant.SaveAsync(saved.Version, Shop)).Value().Logo);
        Assert.Equal("merchant.logo_unfit", Code(await SetAsync(owner, "<svg onload='alert(1)'/>"u8.ToArray())));
        Assert.Equal((int)HttpStatusCode.RequestEntityTooLarge, (await SetAsync(owner, new byte[400_000])).Problem().Status);
        Assert.Equal(logo, (await owner.Merchant.GetAsync()).Logo);
        Assert.Equal(403, (await SetAsync(await server.SignedInAsync(StaffRole.Store), sign)).Problem().Status);

        Assert.Null(await owner.Merchant.RemoveLogoAsync());
        Assert.Null((await owner.Merchant.GetAsync()).Logo);
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

    private static async Task<Result<MerchantView>> SetAsync(HiloClient owner, byte[] picture)
    {
        using var stream = new MemoryStream(picture);
        return await owner.Merchant.SaveLogoAsync(stream);
    }

    private static string? Code<T>(Result<T> result) => result.Refused(out var problem, out _) ? problem.Code : null;
}
