using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Papers of authorized documents, drawn when somebody wants them: the document holds everything that they say.</summary>
internal sealed class FiscalPapers(InvoicingDb db, Norms norms, Logos logos) : IFiscalPapers
{
    public async Task<FiscalPaper?> FindAsync(FiscalDocumentId document, CancellationToken cancel)
    {
        if (await PaperAsync(document, cancel) is not var (found, paper)) return null;
        return new FiscalPaper(
            found.Id, found.Kind, found.OrderId, paper.Title, $"{paper.Title.Replace(' ', '-')}.pdf", found.Total, paper.Issuer.Environment != FiscalEnvironment.Homologation, SheetA4.Draw(paper));
    }

    public async Task<IReadOnlyDictionary<FiscalDocumentId, FiscalAddressee>> AddresseesAsync(IReadOnlyCollection<FiscalDocumentId> documents, CancellationToken cancel)
    {
        var found = await db.Documents.AsNoTracking().Where(d => documents.Contains(d.Id) && d.OrderId == null).ToListAsync(cancel);
        return found.Select(d => (d.Id, d.Says, d.Decided.Receiver)).Where(d => d.Says.Email is not null).ToDictionary(
            d => d.Id, d => new FiscalAddressee(d.Says.Email!, d.Says.Name, d.Receiver.DocumentType != 80 && d.Says.Abroad is null, d.Says.Culture, d.Says.OrderNumber, d.Says.Issuer.Environment == FiscalEnvironment.Sandbox));
    }

    public async Task<(FiscalDocument Document, Paper Paper)?> PaperAsync(FiscalDocumentId id, CancellationToken cancel)
    {
        if (await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.State == FiscalDocumentState.Authorized, cancel) is not { } document) return null;
        var original = document.OriginalId is { } of ? await db.Documents.AsNoTracking().FirstAsync(d => d.Id == of, cancel) : null;
        return (document, Paper.Of(document, original, norms, await logos.FindAsync(document.Says.Issuer.Logo, cancel)));
    }
}
