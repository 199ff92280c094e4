namespace Hilo.Web.Design;

/// <summary>How a channel looks wherever it is named: a lane, a dye, an icon and its word.</summary>
public sealed record ChannelLook(int Lane, string Dye, string Icon, string Name)
{
    public static ChannelLook Web => new(0, "c-web", "web", DesignTexts.Web);

    public static ChannelLook Store => new(1, "c-store", "store", DesignTexts.Store);

    public static ChannelLook Chat => new(2, "c-chat", "bubble", "WhatsApp");

    public static ChannelLook Social => new(3, "c-social", "social", "Instagram");

    public static ChannelLook Marketplace => new(4, "c-market", "market", DesignTexts.Marketplace);

    public static ChannelLook Mail => new(5, "c-mail", "mail", DesignTexts.Mail);

    public static ChannelLook Phone => new(6, "c-phone", "phone", DesignTexts.Phone);

    public static ChannelLook System => new(7, "c-system", "gear", DesignTexts.System);
}

/// <summary>One knot of the thread.</summary>
/// <param name="What">What happened, as a sentence.</param>
/// <param name="When">The moment as shown.</param>
/// <param name="Day">The day's heading; shown where it changes.</param>
public sealed record Knot(ChannelLook Channel, string What, DateTimeOffset At, string When)
{
    public string? Icon { get; init; }

    public string? More { get; init; }

    public string? Quote { get; init; }

    public string? Href { get; init; }

    public string? Day { get; init; }

    public bool IsSmall { get; init; }
}
