using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Web.Design;

/// <summary>What a page route answers: a component with its parameters, or the address to go to after a form was sent.</summary>
internal static class Page
{
    public static IResult Of<T>(object parameters, int status = StatusCodes.Status200OK) where T : IComponent =>
        new RazorComponentResult<T>(parameters) { StatusCode = status };

    /// <summary>After a form was sent: the browser gets the next page with GET, so that reloading it sends nothing twice.</summary>
    public static IResult GoTo(string address) => TypedResults.LocalRedirect(address.StartsWith('/') ? address : "/" + address);

    /// <summary>An address that the API gave: ours, or a payment provider's.</summary>
    public static IResult Follow(string address) => address is ['/', not '/' and not '\\', ..] ? TypedResults.LocalRedirect(address) : TypedResults.Redirect(address);

    /// <summary>An address that came back through a form or a link: only a path of ours is followed.</summary>
    public static IResult BackTo(string? address, string otherwise) => TypedResults.LocalRedirect(address is ['/', not '/' and not '\\', ..] ? address : otherwise);

    /// <summary>Where the visitor is now, to return to after signing in or changing the language.</summary>
    public static string Here(HttpContext context) => context.Request.Path + context.Request.QueryString;
}
