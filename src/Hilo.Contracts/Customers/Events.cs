namespace Hilo;

[EventName("customers.customer_created")]
public sealed record CustomerCreated(CustomerId Created, SalesChannelId? SalesChannelId) : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => Created.Value;

    CustomerId? ICustomerEvent.CustomerId => Created;
}

[EventName("customers.sign_in_code_requested")]
public sealed record SignInCodeRequested(Guid Challenge) : IEvent
{
    public Guid Subject => Challenge;
}

[EventName("customers.signed_in")]
public sealed record CustomerSignedIn(CustomerId SignedIn) : ICustomerEvent
{
    public Guid Subject => SignedIn.Value;

    CustomerId? ICustomerEvent.CustomerId => SignedIn;
}
