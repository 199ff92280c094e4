using Hilo.Client;
using Hilo.Invoicing;
using Microsoft.Extensions.Configuration;

namespace Hilo.Tests.Fiscal;

public class Following_the_norms
{
    private const string Path = "Invoicing:Norms:";

    private static readonly (string, string?)[] Later =
    [
        ($"{Path}0:Key", "identification_from"), ($"{Path}0:Value", "2000000000"), ($"{Path}0:From", "2027-01-01"), ($"{Path}0:Source", "RG 9999/2026"),
        ($"{Path}1:Key", "qr_prefix"), ($"{Path}1:Value", "https://otro.example/qr/?p="), ($"{Path}1:From", "2027-03-01"), ($"{Path}1:To", "2027-03-31"), ($"{Path}1:Source", "RG 9998/2026"),
        ($"{Path}2:Key", "transparency"), ($"{Path}2:Value", "no"), ($"{Path}2:From", "2025-04-01"), ($"{Path}2:Source", "Ley 1"),
    ];

    [Fact]
    public void What_is_published_later_holds_from_its_day_on()
    {
        var norms = new Norms(Configured(Later));
        Assert.Equal([208_644_00, 10_000_000_00, 10_000_000_00, 20_000_000_00, 20_000_000_00],
            new DateOnly[] { new(2025, 5, 28), new(2025, 5, 29), new(2026, 12, 31), new(2027, 1, 1), new(2031, 1, 1) }.Select(day => norms.On(day).IdentificationFrom));
        Assert.Equal(["https://www.arca.gob.ar/fe/qr/?p=", "https://otro.example/qr/?p=", "https://www.arca.gob.ar/fe/qr/?p="],
            new DateOnly[] { new(2027, 2, 28), new(2027, 3, 31), new(2027, 4, 1) }.Select(day => norms.On(day).QrPrefix));
        Assert.Equal((15, true), (norms.On(new DateOnly(2026, 1, 1)).NoteDays, Norms.Known.On(new DateOnly(2026, 1, 1)).IsTransparent));
        // Of two of one day it is the shop's own.
        Assert.False(norms.On(new DateOnly(2026, 1, 1)).IsTransparent);
        Assert.Equal((0, null), (norms.On(new DateOnly(2017, 1, 1)).IdentificationFrom, norms.On(new DateOnly(2017, 1, 1)).FceLegend));
    }

    [Theory]
    [InlineData("Key", "umbral", "Invoicing:Norms:0:Key is 'umbral': one of identification_from, fce_from, note_days, transparency, qr_prefix, monotributo_legend, fce_legend.")]
    [InlineData("Value", "20.000.000,00", "Invoicing:Norms:0:Value is '20.000.000,00': cents, such as 1000000000.")]
    [InlineData("From", null, "Invoicing:Norms:0:From is missing: a day, such as 2026-01-31.")]
    [InlineData("Source", "", "Invoicing:Norms:0:Source is '': where it is written, such as RG 5700/2025.")]
    public void Does_not_start_with_what_cannot_be_read(string name, string? value, string why) =>
        Assert.Equal(why, Assert.Throws<InvalidOperationException>(() => new Norms(Configured([.. Later.Where(s => s.Item1 != $"{Path}0:{name}"), ($"{Path}0:{name}", value)]))).Message);

    [Theory, EveryDatabase]
    public async Task A_sale_follows_what_its_shop_wrote(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database, settings:
            [
            ($"{Path}0:Key", "identification_from"), ($"{Path}0:Value", "50000"), ($"{Path}0:From", "2026-01-01"), ($"{Path}0:Source", "RG 9999/2026"),
            ]);
        var shown = (await accountant.Owner.Invoicing.NormsAsync()).Value();
        Assert.Equal(("50000", true), shown.Where(n => n.Key == "identification_from").Select(n => (n.Value, n.IsOwn)).Single());
        Assert.Equal(7, shown.Select(n => n.Key).Distinct().Count());
        var carts = accountant.Shop.Guest.Carts;
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(accountant.Goods.Size("M").Id, Quantity.One)]))).Value();
        Assert.True(cart.Totals.Total >= Money.Ars(500));
        (await carts.SetContactAsync(cart.Id, cart.Token!, new CartContact("ana@ejemplo.com", "Ana"))).Value();
        var ready = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, accountant.Goods.Palermo.Id))).Value();

        var refused = (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, ready.Totals.Total))).Problem();

        Assert.Equal("invoicing.needs_identification", refused.Code);
        Assert.Contains("500", refused.Detail, StringComparison.Ordinal);
    }

    private static IConfiguration Configured((string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
}
