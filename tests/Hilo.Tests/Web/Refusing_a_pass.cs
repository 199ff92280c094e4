using System.Globalization;
using System.Text.Json;
using Hilo.Web.StoreFloor;
using Hilo.Web.StoreFloor.HandOver;

namespace Hilo.Tests.Web;

/// <summary>What a clerk reads when a code opens nothing: the place's own time, no foreign words.</summary>
public class Refusing_a_pass
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 19, 30, 0, TimeSpan.Zero);

    private static readonly FloorShell Counter = new(
        new LocationView(
            IId<LocationId>.New(), 1, "PAL", "Palermo", LocationKind.Store, IId<LegalEntityId>.New(), new PostalAddress("Gurruchaga", "Buenos Aires", "C", "C1414"), null,
            Goods.TimeZone, [], Ships: true, OffersPickup: true, IsActive: true),
        "Ana", TimeZoneInfo.FindSystemTimeZoneById(Goods.TimeZone), Now);

    [Theory]
    [InlineData("pickup.already_collected", """{"order":"R-10489","handedOverBy":"Nadia","handedOverAt":"2026-11-28T19:05:00Z"}""", "R-10489 lo entregó Nadia: 16:05. Si no fue así, llamá al encargado.")]
    [InlineData("pickup.already_collected", """{"order":"R-10489","handedOverBy":null,"handedOverAt":"2026-11-28T19:05:00Z"}""", "R-10489 se entregó: 16:05. Si no fue así, llamá al encargado.")]
    [InlineData("pickup.pass_expired", """{"validUntil":"2026-11-28T15:00:00Z"}""", "Valía hasta: 12:00. Las prendas volvieron a la venta: no entregues nada.")]
    [InlineData("pickup.other_location", """{"location":"Belgrano"}""", "Este retiro espera en Belgrano.")]
    [InlineData("pickup.already_collected", "{}", "Pedile el correo al cliente.")]
    [InlineData("pickup.code_unknown", "{}", "Pedile el correo al cliente.")]
    public void Says_what_happened_and_what_to_do(string code, string facts, string words)
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (new("es-AR"), new("es-AR"));
        var told = JsonDocument.Parse(facts).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value.Clone());

        Assert.Equal(words, PassRefusals.Of(new Problem(code, "In English, with UTC.") { Facts = told, WhatToDo = "Pedile el correo al cliente." }, Counter));
    }
}
