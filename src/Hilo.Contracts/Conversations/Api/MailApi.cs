namespace Hilo;

public enum MailState { Queued, Sent, Failed }

public sealed record MailRow(MailId Id, DateTimeOffset QueuedAt, string To, string Subject, string Template, MailState State, int Tries, DateTimeOffset? SentAt, string? LastError, string? OrderNumber);

public sealed record MailView(MailRow Mail, string MessageId, string Text, string Html, IReadOnlyList<MailTry> History);

public sealed record MailTry(DateTimeOffset At, bool Accepted, string? Answer);
