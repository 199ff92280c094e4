namespace Hilo;

/// <summary>The agency has authorized a document: from here on it exists for the law, and can be printed and sent.</summary>
/// <param name="Letter">In the box of the paper: <c>A</c>, <c>B</c> or <c>C</c>.</param>
/// <param name="IsForCustomers">False in the agency's test environment: nobody gets it.</param>
[EventName("invoicing.document_authorized")]
public sealed record FiscalDocumentAuthorized(
    FiscalDocumentId DocumentId, FiscalDocumentKind Kind, OrderId? OrderId, CustomerId? CustomerId, SalesChannelId? SalesChannelId, int VoucherType, string Letter, int Point, long Number, Money Total, bool IsForCustomers = true)
    : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => OrderId?.Value ?? DocumentId.Value;
}

/// <summary>What an issuer charges on top of its sales may be another from now on: a rate was saved, or the issuer has begun.</summary>
[EventName("invoicing.tributes_changed")]
public sealed record TributesChanged(IssuerId IssuerId) : IEvent
{
    public Guid Subject => IssuerId.Value;
}

/// <summary>The agency, or a rule that it would apply, refused a document: a person has to look.</summary>
/// <param name="Code">The agency's number of the first reason; 0 when Hilo refused it before sending.</param>
[EventName("invoicing.document_rejected")]
public sealed record FiscalDocumentRejected(FiscalDocumentId DocumentId, FiscalDocumentKind Kind, OrderId? OrderId, CustomerId? CustomerId, SalesChannelId? SalesChannelId, int Code)
    : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => OrderId?.Value ?? DocumentId.Value;
}
