namespace Hilo;

[EventName("conversations.mail_sent")]
public sealed record MailSent(MailId MailId, string Template, CustomerId? CustomerId, OrderId? OrderId) : ICustomerEvent
{
    public Guid Subject => MailId.Value;
}

[EventName("conversations.mail_failed")]
public sealed record MailFailed(MailId MailId, string Template, CustomerId? CustomerId, OrderId? OrderId) : ICustomerEvent
{
    public Guid Subject => MailId.Value;
}
