using Microsoft.Extensions.Options;

namespace Hilo.Payments.Gateways;

/// <summary>The providers that this program can speak to, and the one that new payments go to.</summary>
internal sealed class CardGateways(IEnumerable<ICardGateway> gateways, IOptionsMonitor<CardOptions> options)
{
    private readonly Dictionary<string, ICardGateway> byProvider = gateways.ToDictionary(g => g.Provider, StringComparer.Ordinal);

    /// <summary>Null when the shop takes no cards.</summary>
    public ICardGateway? ForNewPayments => options.CurrentValue switch
    {
        { Provider: "approving" } => byProvider["approving"],
        { BaseUrl.Length: > 0 } configured => byProvider.GetValueOrDefault(configured.Provider),
        _ => null,
    };

    /// <summary>An attempt stays with the provider where it began.</summary>
    public ICardGateway Of(string provider) => byProvider[provider];

    public ICardGateway? Find(string provider) => byProvider.GetValueOrDefault(provider);
}
