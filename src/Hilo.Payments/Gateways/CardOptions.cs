namespace Hilo.Payments.Gateways;

/// <summary>Configuration section <c>Payments:Card</c>. Without a base address no card is taken.</summary>
public sealed class CardOptions
{
    /// <summary><c>test</c> is the stand-in; <c>approving</c> approves everything inside the process, for benchmarks only.</summary>
    public string Provider { get; set; } = "test";

    /// <summary>Our account at the provider, as it appears in the inbox.</summary>
    public string Account { get; set; } = "main";

    /// <summary>The provider's API, such as <c>https://shop.example/sandbox/gateway</c>.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Proves webhooks.</summary>
    public string? Secret { get; set; }

    /// <summary>The shop as the payer's browser reaches it.</summary>
    public string? ReturnBase { get; set; }

    /// <summary>The shop as the provider reaches it with webhooks; the same as <see cref="ReturnBase"/> unless given.</summary>
    public string? HookBase { get; set; }

    /// <summary>How long one call may take before its answer counts as lost.</summary>
    public int TimeoutMs { get; set; } = 8_000;

    /// <summary>Pause before the second try; it doubles up to ten times as much.</summary>
    public int FirstPauseMs { get; set; } = 500;

    /// <summary>How long the provider may not know a payment that it has taken.</summary>
    public int ConsistencySeconds { get; set; } = 120;

    /// <summary>An attempt that nobody paid is canceled after so long.</summary>
    public int PayerMinutes { get; set; } = 1_440;

    /// <summary>How long webhooks that were dealt with are kept, with their bodies.</summary>
    public int WebhookDays { get; set; } = 90;
}
