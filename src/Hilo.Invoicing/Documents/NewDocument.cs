namespace Hilo.Invoicing;

/// <summary>Everything that a document is made of when it joins the queue.</summary>
/// <param name="Source">One document of each role per source: the order, the event of the fact, or an id of its own.</param>
/// <param name="Original">Of a note: its invoice.</param>
/// <param name="FactAt">When the sale was paid, or the fact of a note happened.</param>
internal sealed record NewDocument(
    FiscalDocumentKind Kind, Guid Source, Series Series, VoucherDecision Decision, DocumentContent Content, FiscalDocument? Original, DateTimeOffset FactAt, Currency Currency)
{
    public OrderId? OrderId { get; init; }

    public CustomerId? CustomerId { get; init; }

    public SalesChannelId? SalesChannelId { get; init; }

    /// <param name="norms">Of the day of the fact.</param>
    public FiscalDocument Make(DateTimeOffset now, NormsOfDay norms) => new()
    {
        Id = IId<FiscalDocumentId>.New(),
        SourceId = Source,
        Role = FiscalDocument.RoleOf(Kind),
        Kind = Kind,
        SeriesId = Series.Id,
        OriginalId = Original?.Id,
        OrderId = OrderId,
        OrderNumber = Content.OrderNumber,
        CustomerId = CustomerId,
        SalesChannelId = SalesChannelId,
        TotalMinor = Content.Amounts.TotalMinor,
        VatMinor = Content.Amounts.VatMinor,
        TributesMinor = Content.Amounts.TributesMinor,
        Currency = Currency,
        ReceiverName = Content.Name,
        Search = DocumentSale.SearchOf(Content.OrderNumber, Content.Name, Decision.Receiver),
        Content = Stored.Write(Content),
        Decision = Stored.Write(Decision),
        FactAt = FactAt,
        DueOn = Original is null ? null : FiscalDay.Number(norms.Day.AddDays(norms.NoteDays)),
        QueuedAt = now,
        Province = Content.Province,
        LocationId = Content.Location,
        Tender = Content.Tender,
        RateMicros = (Content.Terms ?? DocumentTerms.InPesos).Rate is { } rate ? (long)(rate * 1_000_000) : null,
    };
}
