namespace Hilo.Sandbox.Mail;

/// <summary>A part of a mail that is not its text: an inline picture or an attachment.</summary>
public sealed record MailPart(string? ContentId, string? FileName, string ContentType, byte[] Content);

/// <summary>One mail, however many times it was delivered under its Message-ID.</summary>
public sealed record CaughtMail
{
    public required string Id { get; init; }
    public required string MessageId { get; init; }

    /// <summary>Sender and recipients of the envelope, which is what counts.</summary>
    public required string From { get; init; }

    public required IReadOnlyList<string> To { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public int Deliveries { get; init; } = 1;

    /// <summary>The connection that brought it, counted from 1; 0 where it was kept from an earlier run.</summary>
    public int Connection { get; init; }

    public string? Text { get; init; }
    public string? Html { get; init; }
    public IReadOnlyList<MailPart> Parts { get; init; } = [];
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
    public required byte[] Raw { get; init; }

    public string? Header(string name) => Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
