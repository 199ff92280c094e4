using System.Net;
using System.Net.Sockets;

namespace Hilo.Platform;

/// <summary>Which addresses a fetch may reach: public ones, and hosts that the configuration names.</summary>
internal sealed class AddressGuard(IEnumerable<string> allowedHosts)
{
    private readonly HashSet<string> allowed = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    // Everything that IANA sets apart from the public internet.
    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/128", "::1/128", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public AddressGuard With(string host) => new([.. allowed, host]);

    /// <summary>The first address of a host, when all of them may be reached.</summary>
    public async Task<IPAddress> ResolveAsync(string host, CancellationToken cancel)
    {
        IPAddress[] addresses;
        try
        {
            addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel);
        }
        catch (SocketException)
        {
            throw new ProblemException(FetchProblems.Unreachable);
        }
        if (addresses.Length == 0) throw new ProblemException(FetchProblems.Unreachable);
        if (!allowed.Contains(host) && addresses.Any(IsPrivate)) throw new ProblemException(FetchProblems.NotPublic);
        return addresses[0];
    }

    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return Array.Exists(Private, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
