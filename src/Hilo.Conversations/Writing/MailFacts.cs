namespace Hilo.Conversations;

/// <summary>Everything that a template may say, already in words of its reader's language. What does not apply is null, and a template asks first.</summary>
internal sealed record MailFacts
{
    /// <summary>First name, or empty.</summary>
    public string Name { get; init; } = "";
    public string? Number { get; init; }
    public string? OrderUrl { get; init; }
    public IReadOnlyList<LineFacts> Lines { get; init; } = [];
    public IReadOnlyList<TotalFacts> Totals { get; init; } = [];
    public string? Total { get; init; }

    /// <summary>An amount of its own, such as what was paid or given back.</summary>
    public string? Amount { get; init; }
    public bool IsPickup { get; init; }
    public string? ShipTo { get; init; }
    public StoreFacts? Store { get; init; }
    public string? Collector { get; init; }
    public bool PaysByTransfer { get; init; }
    public bool PaysOnPickup { get; init; }

    /// <summary>Until when, as a person says it.</summary>
    public string? Deadline { get; init; }

    /// <summary>Signing in, or the short code of the pickup pass.</summary>
    public string? Code { get; init; }
    public string? Carrier { get; init; }
    public string? TrackingCode { get; init; }
    public string? Reason { get; init; }

    /// <summary>“Factura B 00007-00000012”.</summary>
    public string? Document { get; init; }
    public bool IsCreditNote { get; init; }
    public bool IsDebitNote { get; init; }
}

internal sealed record LineFacts(string Title, string? VariantTitle, string Quantity, string Total, string? PictureUrl);

internal sealed record TotalFacts(string Label, string Amount, bool IsLast);

internal sealed record StoreFacts(string Name, string Address, string MapUrl, IReadOnlyList<HoursFacts> Hours);

internal sealed record HoursFacts(string Days, string Times);

/// <summary>Whose shop it is, for the frame around every mail.</summary>
internal sealed record ShopFacts(string Name, string Url, string Color, string Ink, string? Email, string? Phone, string? Legal, LogoFacts? Logo);

/// <param name="Width">As it is shown, in pixels.</param>
/// <param name="IsAlone">It bears the name.</param>
internal sealed record LogoFacts(string Url, int Width, int Height, bool IsAlone)
{
    private const double MostWide = 240, MostHigh = 44;

    public static LogoFacts Of(LogoView logo, PublicAddress address)
    {
        var scale = Math.Min(MostWide / logo.Width, MostHigh / logo.Height);
        return new LogoFacts(address.Of(logo.Url), Shown(logo.Width), Shown(logo.Height), logo.IsWide);

        int Shown(int pixels) => (int)Math.Round(pixels * scale, MidpointRounding.AwayFromZero);
    }
}
