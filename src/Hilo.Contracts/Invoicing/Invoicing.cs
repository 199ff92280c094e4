namespace Hilo;

public enum FiscalDocumentKind
{
    Invoice,
    DebitNote,
    CreditNote,
}

/// <summary>The life of a fiscal document (specs: arca 7.1).</summary>
public enum FiscalDocumentState
{
    /// <summary>Waits for its turn; has no number.</summary>
    Queued,

    /// <summary>Number and payload are frozen, nothing was sent.</summary>
    Prepared,

    Sending,

    Authorized,

    /// <summary>Refused with a reason that a person has to mend; its number is free again.</summary>
    Rejected,

    /// <summary>It was sent and the answer is not known.</summary>
    Unknown,

    /// <summary>The agency does not know it yet: asked again until that is sure.</summary>
    Reconciling,

    /// <summary>Only a person can tell what happened.</summary>
    ManualReview,
}

/// <summary>What the agency keeps under the number of an authorized document, compared with the document.</summary>
public enum AgencyCheck
{
    Same,
    Different,
    Absent,
}

/// <summary>The moment at which the document of a sale is due.</summary>
public enum DocumentDue
{
    /// <summary>When it is paid, or when goods leave that are not paid yet.</summary>
    Payment,

    /// <summary>When the first of its goods leave the house, for the whole sale.</summary>
    Dispatch,

    /// <summary>Whenever goods leave: each dispatch has a document of its own over what left with it, delivery being on the first.</summary>
    EachDispatch,
}

/// <summary>Three environments that never mix.</summary>
public enum FiscalEnvironment
{
    Sandbox,
    Homologation,
    Production,
}

/// <summary>Whether a service of the agency is worth asking.</summary>
public enum AgencyServiceState
{
    Working,

    /// <summary>It did not answer several times in a row: only asked now and then whether it is up again.</summary>
    Down,

    /// <summary>It says that it is up again; the next real call proves it.</summary>
    Trying,
}

/// <summary>What the agency lets a registered issuer print on documents of class A.</summary>
public enum ClassAHabilitation
{
    Plain,

    /// <summary>“PAGO EN CBU INFORMADA”.</summary>
    PaidToAccount,

    /// <summary>“OPERACIÓN SUJETA A RETENCIÓN”: other voucher types.</summary>
    SubjectToWithholding,
}

/// <summary>Authorized documents as paper: for mails, order pages and printers.</summary>
public interface IFiscalPapers
{
    /// <summary>Null for a document that is not authorized. The same bytes at every call.</summary>
    Task<FiscalPaper?> FindAsync(FiscalDocumentId document, CancellationToken cancel);

    /// <summary>Whom documents without an order are mailed to; those that go to nobody are left out.</summary>
    Task<IReadOnlyDictionary<FiscalDocumentId, FiscalAddressee>> AddresseesAsync(IReadOnlyCollection<FiscalDocumentId> documents, CancellationToken cancel);
}

/// <param name="IsPerson">A name to greet by, not that of a company.</param>
/// <param name="Number">How people know the sale.</param>
/// <param name="IsSandbox">Made before the stand-in of the agency: it must not reach anybody outside.</param>
public sealed record FiscalAddressee(string Email, string? Name, bool IsPerson, string Culture, string? Number, bool IsSandbox);

/// <param name="IsForCustomers">False for the agency's test environment: its documents are worth nothing and go to nobody.</param>
/// <param name="Title">“Factura B 00007-00000012”.</param>
public sealed record FiscalPaper(FiscalDocumentId Id, FiscalDocumentKind Kind, OrderId? OrderId, string Title, string FileName, Money Total, bool IsForCustomers, byte[] Pdf);
