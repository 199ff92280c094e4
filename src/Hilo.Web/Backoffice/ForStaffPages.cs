using System.Security.Claims;

namespace Hilo.Web.Backoffice;

internal static class ForStaffPages
{
    /// <summary>Somebody who is not signed in goes to the sign-in page and comes back. What they may do, the API decides.</summary>
    public static RouteGroupBuilder ForStaff(this RouteGroupBuilder pages) => pages.AddEndpointFilter(async (context, next) =>
        context.HttpContext.User.FindFirstValue(HiloClaims.StaffId) is not null
            ? await next(context)
            : Page.GoTo($"/entrar?volver={Uri.EscapeDataString(HttpMethods.IsGet(context.HttpContext.Request.Method) ? Page.Here(context.HttpContext) : "/oficina")}"));
}
