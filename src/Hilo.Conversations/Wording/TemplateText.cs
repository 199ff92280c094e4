namespace Hilo.Conversations;

/// <summary>A shop's own words for a mail, in one language.</summary>
internal sealed class TemplateText
{
    /// <summary>Mails whose words a shop may change. The others carry codes and passes that must not be lost.</summary>
    public static readonly IReadOnlyList<MailTemplate> Editable = [MailTemplate.FiscalDocument];

    public static readonly IReadOnlyList<string> Languages = ["es", "en"];

    public required MailTemplate Template { get; init; }
    public required string Language { get; init; }
    public required string Source { get; set; }
    public int Version { get; set; } = 1;
    public required DateTimeOffset ChangedAt { get; set; }
}
