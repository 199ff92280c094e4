namespace Hilo.Web.Storefront.Checkout;

/// <summary>Pickup or shipment. From here on the units are held for this cart.</summary>
internal static class SaveDelivery
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/comprar/entrega", HandleAsync);

    private static async Task<IResult> HandleAsync(
        IFormCollection form, HttpContext context, HiloClient client, CartCookie cookie, ShopShells shells, TimeProvider clock, CancellationToken cancel)
    {
        if (cookie.Key is not var (id, token)) return Page.GoTo("/carrito");
        var typed = CheckoutForms.Read(form);
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Read(typed, errors) is not { } delivery)
            return await ShowCheckout.PageAsync(new CheckoutForms { Open = "entrega", Typed = typed, Errors = errors }, context, client, cookie, shells, clock, cancel);
        if (delivery.Address is { } address) PostalCodeCookie.Read(context, address.PostalCode);
        if ((await client.Carts.SetDeliveryAsync(id, token, delivery, cancel)).Refused(out var problem, out var cart)) Flash.Refuse(context, problem);
        // The choice is kept, but nobody carries it there: paying would only be refused later.
        else if (cart.Problems.FirstOrDefault(IsUndeliverable) is { } undeliverable) Flash.Refuse(context, undeliverable.Text, CheckoutTexts.ChooseOtherDelivery);
        else return Page.GoTo("/comprar#pago");
        return Page.GoTo("/comprar?editar=entrega#entrega");
    }

    internal static bool IsUndeliverable(CartProblem problem) => problem.Code.StartsWith("shipping.", StringComparison.Ordinal);

    /// <summary>Null when something is missing; <paramref name="errors"/> then says what.</summary>
    internal static CartDelivery? Read(IReadOnlyDictionary<string, string> typed, Dictionary<string, string> errors)
    {
        var chosen = typed.GetValueOrDefault("delivery", "");
        if (IId<LocationId>.TryParse(chosen, out var location))
            return new CartDelivery(DeliveryKind.Pickup, location, PickupPerson: Optional($"person-{location}", 120));
        if (chosen != "ship")
        {
            errors["delivery"] = CheckoutTexts.ChooseDelivery;
            return null;
        }
        var street = Needed("street", 120, CheckoutTexts.StreetMissing);
        var number = Needed("number", 20, CheckoutTexts.NumberMissing);
        var city = Needed("city", 120, CheckoutTexts.CityMissing);
        var province = Needed("province", 1, CheckoutTexts.ProvinceMissing);
        if (!PostalCode.TryParse(typed.GetValueOrDefault("postalCode"), out var postalCode)) errors["postalCode"] = StorefrontTexts.WrongPostalCode;
        return errors.Count > 0 ? null
            : new CartDelivery(DeliveryKind.Ship, Address: new PostalAddress(street, city, province, postalCode!.ToString(), number, Optional("unit", 60), Optional("notes", 200)));

        string Needed(string field, int longest, string message)
        {
            var text = typed.GetValueOrDefault(field, "");
            if (text.Length == 0 || text.Length > longest) errors[field] = message;
            return text;
        }

        string? Optional(string field, int longest) => typed.GetValueOrDefault(field) is { Length: > 0 } text ? text[..Math.Min(text.Length, longest)] : null;
    }
}
