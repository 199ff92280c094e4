using System.Security.Claims;
using Hilo.Web.Frames;

namespace Hilo.Web.Backoffice;

/// <summary>What every back-office page shows around its own content: who works, what they may open, the shop's clock.</summary>
public sealed record OfficeShell(string Person, string Role, IReadOnlyList<RailLink> Links, TimeZoneInfo Zone, DateTimeOffset Now, IReadOnlyList<string> Permissions)
{
    public bool May(string permission) => Permissions.Contains(permission, StringComparer.Ordinal);
}

internal sealed class OfficeShells(IHttpContextAccessor http, HiloClient client, TimeProvider clock)
{
    private static readonly (string Permission, Func<string> Name, string Href, string Icon)[] Rail =
    [
        (Permissions.OrdersRead, () => OfficeTexts.Home, "/oficina", "home"),
        (Permissions.OrdersRead, () => OfficeTexts.Orders, "/oficina/pedidos", "bag"),
        (Permissions.CustomersRead, () => OfficeTexts.Customers, "/oficina/clientes", "users"),
        (Permissions.CatalogRead, () => OfficeTexts.Products, "/oficina/productos", "box"),
        (Permissions.StockRead, () => OfficeTexts.Stock, "/oficina/stock", "stack"),
        (Permissions.CatalogManage, () => OfficeTexts.Prices, "/oficina/precios", "tag"),
        (Permissions.InvoicingRead, () => Invoicing.InvoicingTexts.Title, "/oficina/comprobantes", "doc"),
        (Permissions.PaymentsManage, () => OfficeTexts.RefundsDue, "/oficina/reintegros", "cash"),
        (Permissions.PaymentsManage, () => OfficeTexts.Payments, "/oficina/pagos", "card"),
        (Permissions.MailRead, () => OfficeTexts.Mail, "/oficina/correos", "mail"),
        (Permissions.SettingsManage, () => Merchant.MerchantTexts.Title, "/oficina/tienda", "gear"),
        (Permissions.SettingsManage, () => OfficeTexts.Channels, "/oficina/canales", "market"),
        (Permissions.SettingsManage, () => OfficeTexts.Locations, "/oficina/sucursales", "store"),
        (Permissions.StaffManage, () => OfficeTexts.Team, "/oficina/equipo", "user"),
        (Permissions.LogRead, () => OfficeTexts.Log, "/oficina/registro", "list"),
    ];

    // The daily work stands above, what is set up rarely below its own heading.
    private static string? FirstOfBusiness(StaffRole role) => Rail.SkipWhile(r => r.Href != "/oficina/correos").FirstOrDefault(r => Permissions.Allows(role, r.Permission)).Href;

    public async Task<OfficeShell> LoadAsync(CancellationToken cancel)
    {
        var user = http.HttpContext!.User;
        var role = Word<StaffRole>.TryParse(user.FindFirstValue(HiloClaims.StaffRole), null, out var word) ? word.Value : StaffRole.Store;
        var zone = (await client.Shop.ShopAsync(cancel)).Refused(out _, out var shop) ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone);
        return new OfficeShell(
            user.FindFirstValue(HiloClaims.StaffName) ?? "", OfficeTexts.Role(role),
            [.. Rail.Where(r => Permissions.Allows(role, r.Permission)).Select(r => new RailLink(r.Name(), r.Href, r.Icon, Group: r.Href == FirstOfBusiness(role) ? OfficeTexts.YourBusiness : null))],
            zone, clock.GetUtcNow(), Permissions.Of(role));
    }
}
