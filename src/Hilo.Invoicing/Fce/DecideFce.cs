namespace Hilo.Invoicing;

/// <summary>What an issuer prints on its credit invoices (FCE MiPyME, specs: arca 12).</summary>
/// <param name="Account">CBU, 22 digits, registered at the agency.</param>
/// <param name="Transfer"><c>SCA</c> or <c>ADC</c>: how the invoice is passed on.</param>
/// <param name="Days">Until it is due.</param>
internal sealed record FceTerms(string Account, string? Alias, string Transfer, int Days);

/// <summary>Whether an invoice is a credit invoice. Pure.</summary>
internal static class DecideFce
{
    /// <summary>Voucher types of the regime are the usual ones plus this: 1 becomes 201, 8 becomes 208.</summary>
    public const int Offset = 200;

    /// <param name="terms">Null: the issuer makes none.</param>
    /// <param name="isBuyer">The receiver is a large company, or one that opted in.</param>
    /// <param name="totalMinor">In pesos.</param>
    public static VoucherDecision Apply(VoucherDecision decision, FceTerms? terms, bool isBuyer, long totalMinor, NormsOfDay norms)
    {
        if (terms is null || !isBuyer || decision.Receiver.DocumentType != 80 || decision.Class is "ALEY" or "E") return decision;
        var from = norms.FceFrom;
        return from > 0 && totalMinor >= from ? Convert(decision, terms) : decision;
    }

    /// <summary>The same document as a credit invoice.</summary>
    public static VoucherDecision Convert(VoucherDecision decision, FceTerms terms) => decision with
    {
        Type = decision.Type + Offset,
        Fce = terms,
        Trace = [.. decision.Trace, $"El receptor está en el régimen de factura de crédito y el total alcanza el mínimo: código {decision.Type + Offset}, vence a los {terms.Days} días."],
    };

    /// <summary>A note of a credit invoice is one too.</summary>
    public static VoucherDecision Note(VoucherDecision note, VoucherDecision original) => original.Fce is { } terms
        ? note with { Type = note.Type + Offset, Fce = terms, Trace = [.. note.Trace, $"Corrige una factura de crédito: código {note.Type + Offset}."] }
        : note;

    /// <summary>What the payload carries besides: account, transfer and due date of an invoice; of a note, that it does not annul a rejected one.</summary>
    /// <param name="today">The agency wants the due date not before it.</param>
    public static Voucher Complete(Voucher voucher, FceTerms terms, DateOnly today) => VoucherTypes.KindOf(voucher.Type) == FiscalDocumentKind.Invoice
        ? voucher with
        {
            PayBy = (voucher.Date > today ? voucher.Date : today).AddDays(terms.Days),
            Options = [new("2101", terms.Account), .. terms.Alias is { } alias ? [new VoucherOption("2102", alias)] : Array.Empty<VoucherOption>(), new("27", terms.Transfer)],
        }
        : voucher with { Options = [new("22", "N")] };
}
