using Hilo.Platform;

namespace Hilo.Conversations;

internal enum MailTrigger { Accept, Refuse, Wait, Retry }

/// <summary>One outgoing mail, written once and sent until a server accepts it. Its Message-ID never changes, so a mail that arrives twice counts once.</summary>
internal sealed class Mail
{
    internal static readonly Transitions<MailState, MailTrigger> Life = new(start: MailState.Queued)
    {
        [MailState.Queued, MailTrigger.Accept] = MailState.Sent,
        [MailState.Queued, MailTrigger.Refuse] = MailState.Failed,
        [MailState.Queued, MailTrigger.Wait] = MailState.Queued,
        [MailState.Queued, MailTrigger.Retry] = MailState.Queued,
        [MailState.Failed, MailTrigger.Retry] = MailState.Queued,
        // A server that answers late, after the mail was given up, has accepted it all the same.
        [MailState.Failed, MailTrigger.Accept] = MailState.Sent,
    };

    public static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2),
    ];

    public required MailId Id { get; init; }
    public int Version { get; private set; } = 1;
    public required EventId EventId { get; init; }
    public required MailTemplate Template { get; init; }
    public required string Culture { get; init; }
    public required string Recipient { get; init; }
    public string? RecipientName { get; init; }
    public CustomerId? CustomerId { get; init; }
    public OrderId? OrderId { get; init; }
    public string? OrderNumber { get; init; }
    public required string Subject { get; init; }

    /// <summary>Null once forgotten. Encrypted while <see cref="IsSealed"/>.</summary>
    public string? BodyText { get; private set; }
    public string? BodyHtml { get; private set; }

    /// <summary>Attached as PDF: drawn when the mail leaves, the same at every try.</summary>
    public FiscalDocumentId? FiscalDocumentId { get; init; }

    /// <summary>PNG of the pickup code, shown inside the HTML.</summary>
    public byte[]? Picture { get; private set; }

    /// <summary>Holds a secret of its reader: nobody else sees it, and it is forgotten once sent or given up.</summary>
    public required bool IsSealed { get; init; }
    public required string MessageId { get; init; }
    public required string SearchText { get; init; }
    public MailState State { get; private set; } = Life.Start;
    public int Tries { get; private set; }
    public required DateTimeOffset QueuedAt { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public required DateTimeOffset GiveUpAt { get; set; }
    public DateTimeOffset? SentAt { get; private set; }
    public string? LastError { get; private set; }

    public void Write(string text, string html, byte[]? picture) => (BodyText, BodyHtml, Picture) = (text, html, picture);

    /// <summary>A server has taken it over.</summary>
    public MailSent? Accept(DateTimeOffset now)
    {
        if (!Move(MailTrigger.Accept)) return null;
        (SentAt, LastError) = (now, null);
        if (IsSealed) ForgetBody();
        return new MailSent(Id, Words.Of(Template), CustomerId, OrderId);
    }

    /// <summary>Another try later, or the end: when it will never be accepted, or its time is over.</summary>
    public MailFailed? TryInVain(string answer, bool isFinal, DateTimeOffset now)
    {
        var next = now + PauseAfter(Tries);
        if (!Move(isFinal || next > GiveUpAt ? MailTrigger.Refuse : MailTrigger.Wait)) return null;
        (LastError, DueAt) = (answer, next);
        if (State != MailState.Failed) return null;
        if (IsSealed) ForgetBody();
        return new MailFailed(Id, Words.Of(Template), CustomerId, OrderId);
    }

    /// <summary>A person wants it tried now, for another <see cref="Patience"/>.</summary>
    public Problem? Retry(DateTimeOffset now)
    {
        if (State == MailState.Sent) return MailProblems.AlreadySent;
        if (BodyHtml is null) return MailProblems.BodyForgotten;
        if (!Move(MailTrigger.Retry)) return MailProblems.AlreadySent;
        DueAt = now;
        if (!IsSealed) GiveUpAt = now + Patience;
        return null;
    }

    public static TimeSpan PauseAfter(int tries) => Pauses[Math.Clamp(tries - 1, 0, Pauses.Length - 1)];

    private void ForgetBody() => (BodyText, BodyHtml, Picture) = (null, null, null);

    private bool Move(MailTrigger trigger)
    {
        if (!Life.Allows(State, trigger, out var next)) return false;
        (State, Version) = (next, Version + 1);
        return true;
    }
}

/// <summary>One try to hand a mail over. Without an answer: the process ended, or the connection was lost, before there was one.</summary>
internal sealed class MailAttempt
{
    public required MailId MailId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public bool IsAccepted { get; set; }
    public string? Answer { get; set; }
}

/// <summary>Why an event got no mail.</summary>
internal sealed class MailOmission
{
    public required EventId EventId { get; init; }
    public required MailTemplate Template { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}
