using System.ComponentModel.DataAnnotations;

namespace Hilo.Web.Storefront.Legal;

/// <summary>The button that the law asks for on the first page of a shop (Resolución 424/2020): no sign-in, no reason, a code as the answer.</summary>
internal static class RequestRevocation
{
    private const string Address = "/arrepentimiento";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Address, async (ShopShells shells, CancellationToken cancel) => Page.Of<RevocationPage>(new { Shell = await shells.LoadAsync(cancel) }));
        pages.MapPost(Address, HandleAsync);
    }

    private static async Task<IResult> HandleAsync(IFormCollection form, HttpContext context, HiloClient client, ShopShells shells, CancellationToken cancel)
    {
        var (email, number) = (form["email"].ToString().Trim(), form["number"].ToString().Trim());
        if (email.Length is 0 or > 254 || !new EmailAddressAttribute().IsValid(email))
            return Page.Of<RevocationPage>(
                new { Shell = await shells.LoadAsync(cancel), Email = email, Number = number, Error = Checkout.CheckoutTexts.WrongEmail }, StatusCodes.Status422UnprocessableEntity);
        // The same key again, from a reload or a double press, gets the same code again.
        if ((await client.ShopOrders.RevokeAsync(new RequestRevocationRequest(email, number.Length == 0 ? null : number[..Math.Min(number.Length, 40)]), FormKey.Of(form), cancel)).Refused(out var problem, out var recorded))
        {
            Flash.Refuse(context, problem);
            return Page.GoTo(Address);
        }
        return Page.Of<RevocationDonePage>(new { Shell = await shells.LoadAsync(cancel), Recorded = recorded, Email = email });
    }
}
