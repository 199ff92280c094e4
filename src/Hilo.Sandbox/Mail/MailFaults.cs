using System.IO.Enumeration;

namespace Hilo.Sandbox.Mail;

/// <summary>What goes wrong from now on. Counts say how many mails are hit before the catcher behaves again.</summary>
public sealed record MailFaultPlan
{
    /// <summary>Mails refused with 451, which means try again later.</summary>
    public int RefuseLater { get; init; }

    /// <summary>Mails that are kept although the connection drops before the 250: the sender cannot know.</summary>
    public int LoseAnswers { get; init; }

    /// <summary>A recipient such as <c>*@nadie.example</c> that is refused with 550 for ever.</summary>
    public string? UnknownRecipients { get; init; }

    public int DelayMs { get; init; }
}

public sealed class MailFaults
{
    private readonly Lock gate = new();
    private MailFaultPlan plan = new();

    public MailFaultPlan Plan
    {
        get { lock (gate) return plan; }
        set { lock (gate) plan = value; }
    }

    public void Clear() => Plan = new MailFaultPlan();

    internal bool Knows(string recipient) =>
        Plan.UnknownRecipients is not { Length: > 0 } pattern || !FileSystemName.MatchesSimpleExpression(pattern, recipient);

    internal bool TakeRefusal()
    {
        lock (gate)
        {
            if (plan.RefuseLater <= 0) return false;
            plan = plan with { RefuseLater = plan.RefuseLater - 1 };
            return true;
        }
    }

    internal bool TakeLostAnswer()
    {
        lock (gate)
        {
            if (plan.LoseAnswers <= 0) return false;
            plan = plan with { LoseAnswers = plan.LoseAnswers - 1 };
            return true;
        }
    }
}
