using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>What became of one sale that was told.</summary>
internal sealed record ToldSale(FiscalDocument Document, bool IsNew);

/// <summary>Queues the documents of sales that other systems made. Each reference has one document, whatever is repeated; what is refused leaves nothing behind.</summary>
internal sealed class IssueExternalSales(InvoicingDb db, SalesAhead ahead, ProvincialLegends provincial, Norms norms, TimeProvider clock)
{
    private ILookup<string, AgencyParameter> names = Array.Empty<AgencyParameter>().ToLookup(p => p.Scope);

    /// <summary>One outcome per sale, in order; the caller saves. A sale may correct one that stands before it.</summary>
    public async Task<IReadOnlyList<Result<ToldSale>>> TakeAsync(IReadOnlyList<ExternalSaleRequest> sales, CancellationToken cancel)
    {
        await ahead.ReadIssuersAsync(cancel);
        if (sales.Any(s => s.Abroad is not null || s.Lines.Any(l => l.Unit is not null)))
            names = (await db.Parameters.AsNoTracking().Where(p => (p.TableName == ReadParameters.Countries || p.TableName == ReadParameters.Units) && p.GoneAt == null).ToListAsync(cancel)).ToLookup(p => $"{p.Scope}|{p.TableName}", StringComparer.Ordinal);
        var rates = await db.TributeRates.AsNoTracking().ToListAsync(cancel);
        var silent = (await db.ChannelRules.AsNoTracking().Where(r => !r.MailsExternal).Select(r => r.SalesChannelId).ToListAsync(cancel)).ToHashSet();
        string[] references = [.. sales.Select(s => s.Reference.Trim()).Concat(sales.Select(s => s.Corrects?.Trim()).OfType<string>()).Distinct(StringComparer.Ordinal)];
        var known = new Dictionary<string, (string Content, FiscalDocument Document)>(StringComparer.Ordinal);
        foreach (var chunk in references.Chunk(500))
        {
            var found = await db.ExternalSales.AsNoTracking().Where(e => chunk.Contains(e.Reference)).ToListAsync(cancel);
            var ids = found.ConvertAll(e => e.DocumentId);
            var documents = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
            foreach (var sale in found) known[sale.Reference] = (sale.Content, documents[sale.DocumentId]);
        }
        var originals = known.Values.Select(k => k.Document.Id).ToHashSet();
        var notes = new List<FiscalDocument>();
        foreach (var chunk in originals.Chunk(500)) notes.AddRange(await db.Documents.AsNoTracking().Where(d => d.OriginalId != null && chunk.Contains(d.OriginalId.Value)).ToListAsync(cancel));

        var outcomes = new List<Result<ToldSale>>(sales.Count);
        foreach (var sale in sales.Select(s => s with { Reference = s.Reference.Trim(), Corrects = s.Corrects?.Trim() }))
        {
            var content = CompareSales.Written(sale);
            if (known.TryGetValue(sale.Reference, out var before))
            {
                var differences = CompareSales.Differences(before.Content, content);
                outcomes.Add(differences.Count == 0 ? new ToldSale(before.Document, IsNew: false) : InvoicingProblems.ExternalDiffers(sale.Reference, differences));
                continue;
            }
            if (Take(sale, rates, silent, known, notes).Refused(out var problem, out var document))
            {
                outcomes.Add(problem);
                continue;
            }
            db.Add(new ExternalSale { Reference = sale.Reference, DocumentId = document.Id, Content = content, ReceivedAt = document.QueuedAt });
            known[sale.Reference] = (content, document);
            if (document.OriginalId is not null) notes.Add(document);
            outcomes.Add(new ToldSale(document, IsNew: true));
        }
        return outcomes;
    }

    private Result<FiscalDocument> Take(ExternalSaleRequest sale, List<TributeRate> rates, HashSet<SalesChannelId> silent, Dictionary<string, (string Content, FiscalDocument Document)> known, List<FiscalDocument> notes)
    {
        var (now, isNote) = (clock.GetUtcNow(), sale.Kind != FiscalDocumentKind.Invoice);
        if (sale.SoldAt > now.AddHours(1)) return InvoicingProblems.SoldInFuture;
        if (isNote != sale.Corrects is not null) return isNote ? InvoicingProblems.NoteWithoutOriginal : InvoicingProblems.InvoiceCorrectsNothing;
        var original = sale.Corrects is { } corrected ? known.GetValueOrDefault(corrected).Document : null;
        if (isNote && original?.Kind != FiscalDocumentKind.Invoice) return InvoicingProblems.NoSuchOriginal(sale.Corrects!);
        if (ahead.IssuerOf(sale.LegalEntityId, original).Refused(out var problem, out var issuer)) return problem;
        var entity = ahead.EntityOf(issuer);
        var facts = new ExternalFacts(
            DocumentSale.FactsOf(issuer, entity), rates.FindAll(r => r.IssuerId == issuer.Id), norms.On(FiscalDay.Of(sale.SoldAt ?? now)), original,
            original is null ? [] : [original, .. notes.Where(n => n.OriginalId == original.Id)])
        {
            Countries = NamesOf(ReadParameters.Countries),
            Units = NamesOf(ReadParameters.Units),
        };
        if (DecideExternalSale.Of(sale, facts).Refused(out problem, out var decided)) return problem;
        // Of a sale in foreign currency the agency says whether it has to be a credit invoice.
        if (decided.Terms.Currency == DocumentTerms.InPesos.Currency && !isNote)
            decided = decided with { Decision = DecideFce.Apply(decided.Decision, issuer.Fce, ahead.IsCreditBuyer(decided.Decision.Receiver), decided.Amounts.TotalMinor, facts.Norms) };
        var channel = sale.SalesChannelId ?? original?.SalesChannelId;
        var point = ahead.PointOf(issuer, channel);
        if (decided.Abroad is not null && ahead.AbroadPointOf(issuer).Refused(out problem, out point)) return problem;
        var series = ahead.SeriesOf(issuer, entity.Cuit, point, decided.Decision.Type);
        var email = channel is { } of && silent.Contains(of) ? null : sale.Email ?? original?.Says.Email;
        var content = new DocumentContent(
            ahead.OnPaper(issuer), decided.Lines, decided.Amounts, sale.Number ?? sale.Reference, "es-AR", email, decided.Abroad?.Client ?? sale.Receiver?.Name ?? original?.ReceiverName, sale.Receiver?.Address ?? original?.Says.Address,
            sale.Tender, null, sale.Province?.ToUpperInvariant() ?? original?.Province, null, decided.Terms, decided.Abroad);
        content = content with { ProvincialLegend = provincial.Of(decided.Decision, content, facts.Norms.Day) };
        var document = new NewDocument(sale.Kind, IId<FiscalDocumentId>.New().Value, series, decided.Decision, content, original, sale.SoldAt ?? now, CurrencyOf(decided.Terms)) { SalesChannelId = channel }.Make(now, facts.Norms);
        db.Add(document);
        return document;

        IReadOnlyDictionary<string, string> NamesOf(string table) => names[$"{Words.Of(issuer.Environment)}|{table}"].ToDictionary(r => r.RowKey, r => r.Text, StringComparer.Ordinal);
    }

    private static Currency CurrencyOf(DocumentTerms terms) => Currency.Parse(Currencies.IsoOf(terms.Currency));
}
