namespace Hilo.Conversations;

/// <summary>A claimed mail on its way to the server.</summary>
internal sealed record MailToSend(MailId Id, int Try, string Recipient, string? RecipientName, string Subject, string Text, string Html, byte[]? Picture, string MessageId,
    FiscalDocumentId? FiscalDocumentId = null, FiscalPaper? Paper = null);

/// <summary>What the server said.</summary>
/// <param name="IsFinal">It will never accept this mail.</param>
internal sealed record SendOutcome(bool IsAccepted, bool IsFinal, string Answer)
{
    public static readonly SendOutcome Accepted = new(true, false, "250 OK");

    public static SendOutcome Later(string answer) => new(false, false, answer);

    public static SendOutcome Never(string answer) => new(false, true, answer);
}
