using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>A month that the accountant closed, with what was in it. It is never opened again: what is corrected later lands in the month that is open.</summary>
internal sealed class ClosedMonth
{
    public required IssuerId IssuerId { get; init; }

    /// <summary>202611.</summary>
    public required int Month { get; init; }
    public required int Documents { get; init; }

    /// <summary>As the documents say them, in their currencies, notes of credit taken off.</summary>
    public required long TotalMinor { get; init; }
    public required long VatMinor { get; init; }

    /// <summary>Of the two files of Libro IVA Digital: whoever downloads them again can prove that they are the same.</summary>
    public required string Digest { get; init; }
    public StaffId? ClosedBy { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>The first day into which an issuer may date a document; null while no month is closed.</summary>
    public static async Task<DateOnly?> OpenFromAsync(InvoicingDb db, IssuerId issuer, CancellationToken cancel) =>
        await db.ClosedMonths.Where(m => m.IssuerId == issuer).MaxAsync(m => (int?)m.Month, cancel) is { } last ? BookMonth.Of(last).First.AddMonths(1) : null;
}
