namespace Hilo;

/// <summary>Addresses of storefront pages that other capabilities hand out: in mails, QR codes and answers. Paths; absolute ones add the shop's public address.</summary>
public static class ShopPages
{
    /// <summary>Where the payer's browser comes back; the provider's hand-over replaces <c>{attempt}</c>.</summary>
    public const string PaymentReturn = "/pago/{attempt}";

    public const string Account = "/cuenta";

    public static string Product(string handle) => $"/producto/{Uri.EscapeDataString(handle)}";

    /// <param name="link">The signed text that opens the order without an account.</param>
    public static string Order(string link) => $"/pedido/{Uri.EscapeDataString(link)}";

    /// <summary>Opens a cart on another device.</summary>
    public static string Cart(CartId cart, string token) => $"/carrito/{cart}/{Uri.EscapeDataString(token)}";
}
