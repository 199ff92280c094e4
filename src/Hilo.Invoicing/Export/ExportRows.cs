using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>Records that were taken together.</summary>
internal sealed class ExportDelivery
{
    public required Guid Id { get; init; }

    /// <summary>As people call it: 1, 2, 3.</summary>
    public required long Number { get; init; }
    public required int Records { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public StaffId? MadeBy { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; set; }
}

/// <summary>One authorized document for the ERP.</summary>
internal sealed class ExportEntryRow
{
    /// <summary>Of the event that told of it: later documents stand behind earlier ones, and none appears between two that were read.</summary>
    public required long Position { get; init; }
    public required FiscalDocumentId DocumentId { get; init; }

    /// <summary>Null: nobody has taken it.</summary>
    public Guid? DeliveryId { get; set; }
}

internal sealed class KeptLayout
{
    public required Guid Id { get; init; }
    public int Version { get; set; } = 1;
    public required string Name { get; set; }
    public required string Content { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class Account
{
    public required string AccountKey { get; init; }
    public required string Name { get; set; }
}

/// <summary>Every authorized document becomes one record, in the order of the log.</summary>
internal sealed class WhenDocumentAuthorized(InvoicingDb db) : IListen<FiscalDocumentAuthorized>
{
    public Task HandleAsync(FiscalDocumentAuthorized happened, EventFacts facts, CancellationToken cancel) => db.Session.ExecuteAsync(
        $"insert into invoicing_export_records (position, document_id) values ({facts.Position}, {happened.DocumentId}) on conflict do nothing", cancel);
}
