using System.Net.Http.Json;

namespace Hilo.Client;

public static class InvoicingCallsExtension
{
    extension(HiloClient client)
    {
        public InvoicingCalls Invoicing => new(client);
    }
}

/// <summary>Issuers and their fiscal documents.</summary>
public readonly struct InvoicingCalls(HiloClient client)
{
    private const string Root = "/api/v1/invoicing";

    public Task<Result<IReadOnlyList<IssuerView>>> IssuersAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<IssuerView>>($"{Root}/issuers", cancel);

    public Task<Result<IssuerView>> CreateIssuerAsync(CreateIssuerRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<IssuerView>($"{Root}/issuers", request, idempotencyKey, cancel);

    public Task<Result<IssuerView>> ChangeIssuerAsync(IssuerId issuer, int version, ChangeIssuerRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<IssuerView>($"{Root}/issuers/{issuer}", request, idempotencyKey, version, cancel);

    public Task<Result<IssuerView>> CertifyAsync(IssuerId issuer, string certificate, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<IssuerView>($"{Root}/issuers/{issuer}/certificate", new GiveCertificateRequest(certificate), idempotencyKey, cancel: cancel);

    /// <summary>A new key and signing request beside the running ones.</summary>
    public Task<Result<IssuerView>> BeginRenewalAsync(IssuerId issuer, string alias, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<IssuerView>($"{Root}/issuers/{issuer}/renewal", new BeginRenewalRequest(alias), idempotencyKey, cancel);

    /// <summary>Its certificate; it takes over by itself as soon as the agency lets it in.</summary>
    public Task<Result<IssuerView>> CertifyRenewalAsync(IssuerId issuer, string certificate, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<IssuerView>($"{Root}/issuers/{issuer}/renewal/certificate", new GiveCertificateRequest(certificate), idempotencyKey, cancel: cancel);

    /// <summary>Null: the new key is forgotten.</summary>
    public Task<Problem?> GiveUpRenewalAsync(IssuerId issuer, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.SendAsync(HttpMethod.Delete, $"{Root}/issuers/{issuer}/renewal", key: idempotencyKey, cancel: cancel);

    /// <summary>Lets an issuer make credit invoices (FCE).</summary>
    public Task<Result<IssuerView>> SetFceAsync(IssuerId issuer, SetFceRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<IssuerView>($"{Root}/issuers/{issuer}/fce", request, idempotencyKey, cancel: cancel);

    /// <summary>To whom credit invoices are due.</summary>
    public Task<Result<IReadOnlyList<string>>> FceBuyersAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<string>>($"{Root}/fce-buyers", cancel);

    /// <summary>Null: done.</summary>
    public Task<Problem?> NoteFceBuyerAsync(string cuit, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.SendAsync(HttpMethod.Put, $"{Root}/fce-buyers/{Uri.EscapeDataString(cuit)}", key: idempotencyKey, cancel: cancel);

    /// <summary>Sends a rejected invoice again as the credit invoice that the agency wants.</summary>
    public Task<Result<FiscalDocumentView>> ConvertToFceAsync(FiscalDocumentId document, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<FiscalDocumentView>($"{Root}/documents/{document}/fce", key: idempotencyKey, cancel: cancel);

    /// <summary>How every issuer stands.</summary>
    public Task<Result<IReadOnlyList<IssuerHealth>>> HealthAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<IssuerHealth>>($"{Root}/health", cancel);

    public Task<Result<IssuerView>> AddPointAsync(IssuerId issuer, AddFiscalPointRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<IssuerView>($"{Root}/issuers/{issuer}/points", request, idempotencyKey, cancel);

    public Task<Result<IssuerView>> ActivateAsync(IssuerId issuer, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<IssuerView>($"{Root}/issuers/{issuer}/activation", key: idempotencyKey, cancel: cancel);

    /// <summary>Null: done.</summary>
    /// <param name="number">Of a contingency point; null lets documents wait while the agency is away.</param>
    public Task<Problem?> SetFallbackAsync(FiscalPointId point, int? number, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.SendAsync(HttpMethod.Put, $"{Root}/points/{point}/fallback", new SetFallbackRequest(number), idempotencyKey, cancel: cancel);

    public Task<Result<ContingencyView>> ContingencyAsync(IssuerId issuer, CancellationToken cancel = default) => client.TryGetAsync<ContingencyView>($"{Root}/issuers/{issuer}/contingency", cancel);

    /// <summary>Tells the agency again about a document that it refused to take note of.</summary>
    public Task<Result<FiscalDocumentView>> ReportAgainAsync(FiscalDocumentId document, OrderReceiver? receiver, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<FiscalDocumentView>($"{Root}/documents/{document}/report", new CorrectReceiverRequest(receiver), idempotencyKey, cancel: cancel);

    /// <summary>Tries what the first invoice will need. Issues nothing.</summary>
    public Task<Result<AgencyConnection>> ConnectionAsync(IssuerId issuer, CancellationToken cancel = default) => client.TryGetAsync<AgencyConnection>($"{Root}/issuers/{issuer}/connection", cancel);

    public Task<Result<IReadOnlyList<FiscalChannelView>>> ChannelsAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<FiscalChannelView>>($"{Root}/channels", cancel);

    public Task<Result<FiscalChannelView>> SetChannelAsync(SalesChannelId channel, DocumentDue due, bool mailsOtherSystems = true, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<FiscalChannelView>($"{Root}/channels/{channel}", new SetFiscalChannelRequest(due, mailsOtherSystems), idempotencyKey, cancel: cancel);

    /// <summary>Who a CUIT belongs to. Fills in; whoever asks goes on without an answer.</summary>
    public Task<Result<TaxpayerView>> TaxpayerAsync(string cuit, CancellationToken cancel = default) => client.TryGetAsync<TaxpayerView>($"{Root}/taxpayers/{Uri.EscapeDataString(cuit)}", cancel);

    /// <summary>The agency's rate for a document of a day; null: today.</summary>
    public Task<Result<ExchangeRateView>> RateAsync(string currency, DateOnly? day = null, CancellationToken cancel = default) =>
        client.TryGetAsync<ExchangeRateView>(Query.Of($"{Root}/rates/{Uri.EscapeDataString(currency)}", ("day", day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))), cancel);

    /// <summary>Who a DNI belongs to.</summary>
    public Task<Result<IReadOnlyList<TaxpayerView>>> TaxpayersOfAsync(string dni, CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<TaxpayerView>>(Query.Of($"{Root}/taxpayers", ("dni", dni)), cancel);

    /// <summary>The same for shoppers: without the address of a person.</summary>
    public Task<Result<TaxpayerView>> ShopTaxpayerAsync(string cuit, CancellationToken cancel = default) => client.TryGetAsync<TaxpayerView>($"/api/v1/shop/taxpayers/{Uri.EscapeDataString(cuit)}", cancel);

    /// <param name="view"><c>open</c> or <c>attention</c>.</param>
    public Task<Result<PageOf<FiscalDocumentRow>>> DocumentsAsync(
        string? search = null, FiscalDocumentState? state = null, string? view = null, OrderId? order = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<FiscalDocumentRow>>(
            Query.Of($"{Root}/documents", ("q", search), ("state", Query.Word(state)), ("view", view), ("order", order?.ToString()), ("cursor", cursor)), cancel);

    public Task<Result<FiscalDocumentView>> FindAsync(FiscalDocumentId document, CancellationToken cancel = default) =>
        client.TryGetAsync<FiscalDocumentView>($"{Root}/documents/{document}", cancel);

    public Task<Result<FiscalDocumentView>> CorrectAsync(FiscalDocumentId document, OrderReceiver? receiver, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<FiscalDocumentView>($"{Root}/documents/{document}/receiver", new CorrectReceiverRequest(receiver), idempotencyKey, cancel: cancel);

    /// <summary>What an export may name.</summary>
    public Task<Result<AbroadTables>> AbroadTablesAsync(CancellationToken cancel = default) => client.TryGetAsync<AbroadTables>($"{Root}/abroad/tables", cancel);

    /// <summary>Other data for a rejected export.</summary>
    public Task<Result<FiscalDocumentView>> CorrectAbroadAsync(FiscalDocumentId document, CorrectAbroadRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<FiscalDocumentView>($"{Root}/documents/{document}/abroad", request, idempotencyKey, cancel: cancel);

    /// <summary>Everything that the agency rejected, again as it is.</summary>
    public Task<Result<RetriedDocuments>> RetryAsync(string? idempotencyKey = null, CancellationToken cancel = default) => client.PostAsync<RetriedDocuments>($"{Root}/documents/retries", null, idempotencyKey, cancel);

    public Task<Result<FiscalDocumentView>> AskAgainAsync(FiscalDocumentId document, bool? isOurs = null, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<FiscalDocumentView>($"{Root}/documents/{document}/question", new AskAgainRequest(isOurs), idempotencyKey, cancel: cancel);

    public Task<Result<IReadOnlyList<FiscalSeriesView>>> SeriesAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<FiscalSeriesView>>($"{Root}/series", cancel);

    /// <summary>Null: done.</summary>
    public Task<Problem?> ReleaseAsync(Guid series, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.SendAsync(HttpMethod.Put, $"{Root}/series/{series:D}/release", key: idempotencyKey, cancel: cancel);

    /// <summary>An authorized document as PDF.</summary>
    /// <param name="size"><c>80mm</c> for the ticket printer; else A4.</param>
    /// <summary>Authorized documents of an order, to print them again.</summary>
    public Task<Result<IReadOnlyList<ShopDocument>>> PapersAsync(OrderId order, CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<ShopDocument>>($"{Root}/orders/{order}/documents", cancel);

    public Task<Result<byte[]>> PrintAsync(FiscalDocumentId document, string? size = null, CancellationToken cancel = default) =>
        FileAsync(Query.Of($"{Root}/documents/{document}/pdf", ("size", size)), cancel);

    /// <summary>The sales of a month, such as <c>2026-11</c>.</summary>
    /// <param name="format"><c>vouchers</c> and <c>rates</c> for the two files of Libro IVA Digital; else CSV.</param>
    public Task<Result<byte[]>> BookAsync(string month, string? format = null, CancellationToken cancel = default) => FileAsync(Query.Of($"{Root}/books/{month}", ("format", format)), cancel);

    public Task<Result<IReadOnlyList<BookMonthView>>> MonthsAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<BookMonthView>>($"{Root}/books", cancel);

    public Task<Result<BookMonthView>> CloseMonthAsync(string month, IssuerId? issuer = null, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<BookMonthView>(Query.Of($"{Root}/books/{month}/closing", ("issuer", issuer?.ToString())), key: idempotencyKey, cancel: cancel);

    public Task<Result<ReconciliationView>> ReconcileAsync(string month, CancellationToken cancel = default) => client.TryGetAsync<ReconciliationView>($"{Root}/books/{month}/reconciliation", cancel);

    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    public Task<Result<byte[]>> ReconciliationFileAsync(string month, string format, CancellationToken cancel = default) => FileAsync(Query.Of($"{Root}/books/{month}/reconciliation", ("format", format)), cancel);

    /// <param name="by"><c>province</c>, <c>entity</c>, <c>location</c>, <c>channel</c> or <c>tender</c>.</param>
    public Task<Result<IReadOnlyList<SalesReportRow>>> ReportAsync(string month, string by, CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<SalesReportRow>>(Query.Of($"{Root}/books/{month}/report", ("by", by)), cancel);

    public Task<Result<byte[]>> ReportFileAsync(string month, string by, string format, CancellationToken cancel = default) => FileAsync(Query.Of($"{Root}/books/{month}/report", ("by", by), ("format", format)), cancel);

    public Task<Result<ExternalSaleView>> TakeExternalAsync(ExternalSaleRequest sale, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<ExternalSaleView>($"{Root}/external-sales", sale, idempotencyKey, cancel: cancel);

    public Task<Result<ExternalSaleView>> FindExternalAsync(string reference, CancellationToken cancel = default) =>
        client.TryGetAsync<ExternalSaleView>($"{Root}/external-sales/{Uri.EscapeDataString(reference)}", cancel);

    /// <summary>Sales of another system as CSV.</summary>
    public async Task<Result<ExternalSalesResult>> TakeExternalFileAsync(Stream csv, bool dryRun = false, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Query.Of($"{Root}/external-sales/file", ("dryRun", dryRun ? "true" : null))) { Content = new StreamContent(csv) };
        request.Content.Headers.ContentType = new("text/csv");
        using var answer = await client.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<ExternalSalesResult>(HiloJson.Tolerant, cancel))! : await ProblemReading.ReadAsync(answer, cancel);
    }

    public Task<Result<IReadOnlyList<TributeRateView>>> TributesAsync(IssuerId issuer, CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<TributeRateView>>($"{Root}/issuers/{issuer}/tributes", cancel);

    /// <summary>What the law says, as documents follow it.</summary>
    public Task<Result<IReadOnlyList<NormView>>> NormsAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<NormView>>($"{Root}/norms", cancel);

    public Task<Result<TributeRateView>> AddTributeAsync(IssuerId issuer, SaveTributeRateRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<TributeRateView>($"{Root}/issuers/{issuer}/tributes", request, idempotencyKey, cancel: cancel);

    public Task<Result<TributeRateView>> ChangeTributeAsync(IssuerId issuer, Guid rate, int version, SaveTributeRateRequest request, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<TributeRateView>($"{Root}/issuers/{issuer}/tributes/{rate:D}", request, idempotencyKey, version, cancel);

    public Task<Result<ExportPage>> ExportRecordsAsync(long? after = null, CancellationToken cancel = default) =>
        client.TryGetAsync<ExportPage>(Query.Of($"{Root}/export/records", ("after", after?.ToString(System.Globalization.CultureInfo.InvariantCulture))), cancel);

    public Task<Result<ExportDeliveryView>> AcknowledgeExportAsync(long upTo, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<ExportDeliveryView>($"{Root}/export/acknowledgement", new AcknowledgeExportRequest(upTo), idempotencyKey, cancel: cancel);

    public Task<Result<IReadOnlyList<ExportDeliveryView>>> DeliveriesAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<ExportDeliveryView>>($"{Root}/export/deliveries", cancel);

    /// <summary>Takes everything that waits.</summary>
    public Task<Result<ExportDeliveryView>> DeliverAsync(string? idempotencyKey = null, CancellationToken cancel = default) => client.PostAsync<ExportDeliveryView>($"{Root}/export/deliveries", null, idempotencyKey, cancel: cancel);

    public Task<Result<byte[]>> DeliveryFileAsync(Guid delivery, Guid? layout = null, CancellationToken cancel = default) =>
        FileAsync(Query.Of($"{Root}/export/deliveries/{delivery:D}/file", ("layout", layout?.ToString("D"))), cancel);

    public Task<Result<ExportDeliveryView>> AcknowledgeDeliveryAsync(Guid delivery, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<ExportDeliveryView>($"{Root}/export/deliveries/{delivery:D}/acknowledgement", key: idempotencyKey, cancel: cancel);

    public Task<Result<IReadOnlyList<ExportLayoutView>>> LayoutsAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<ExportLayoutView>>($"{Root}/export/layouts", cancel);

    public Task<Result<ExportLayoutView>> AddLayoutAsync(ExportLayout layout, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PostAsync<ExportLayoutView>($"{Root}/export/layouts", layout, idempotencyKey, cancel: cancel);

    public Task<Result<SaveAccountsRequest>> SetAccountsAsync(IReadOnlyDictionary<string, string> accounts, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<SaveAccountsRequest>($"{Root}/export/accounts", new SaveAccountsRequest(accounts), idempotencyKey, cancel: cancel);

    /// <summary>What the buyer of an order gets to see.</summary>
    /// <param name="link">The signed text of the order's page.</param>
    public Task<Result<IReadOnlyList<ShopDocument>>> OfOrderAsync(string link, CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<ShopDocument>>($"/api/v1/shop/orders/{Uri.EscapeDataString(link)}/documents", cancel);

    public Task<Result<byte[]>> PrintForBuyerAsync(string link, FiscalDocumentId document, CancellationToken cancel = default) =>
        FileAsync($"/api/v1/shop/orders/{Uri.EscapeDataString(link)}/documents/{document}/pdf", cancel);

    private async Task<Result<byte[]>> FileAsync(string path, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await client.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(cancel) : await ProblemReading.ReadAsync(answer, cancel);
    }
}
