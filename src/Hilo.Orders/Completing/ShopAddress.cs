namespace Hilo.Orders;

/// <summary>The shop's public address, for links that leave the house: <c>Hilo:PublicUrl</c>. Without it links stay paths.</summary>
internal sealed class ShopAddress(IConfiguration configuration)
{
    private readonly string root = configuration["Hilo:PublicUrl"]?.TrimEnd('/') ?? "";

    public string Of(string path) => root + path;
}
