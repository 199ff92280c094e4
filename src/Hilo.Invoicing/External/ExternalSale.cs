namespace Hilo.Invoicing;

/// <summary>A sale of another system as it was told. Its reference finds its document for ever.</summary>
internal sealed class ExternalSale
{
    public required string Reference { get; init; }
    public required FiscalDocumentId DocumentId { get; init; }

    /// <summary>The request, in one writing: told again, it is compared with this.</summary>
    public required string Content { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
