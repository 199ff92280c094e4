using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Sales, documents and issuers of a group of events, read with a handful of queries instead of a handful for each event.</summary>
internal sealed class SalesAhead(ISalesToInvoice sales, IMerchant merchant, InvoicingDb db) : IReadAhead
{
    private readonly Dictionary<OrderId, SaleToInvoice> found = [];
    private readonly Dictionary<OrderId, List<FiscalDocument>> documents = [];
    private readonly Dictionary<OrderId, Omission> omitted = [];
    private Dictionary<SalesChannelId, DocumentDue> due = [];
    private List<Issuer> issuers = [];
    private List<FiscalPoint> points = [];
    private List<Series> series = [];
    private readonly HashSet<string> creditBuyers = new(StringComparer.Ordinal);
    private MerchantView? shop;

    public async Task ReadAsync(IReadOnlyList<LoggedEvent> group, CancellationToken cancel) =>
        await ReadAsync([.. group.Select(e => OrderOf(e.Event)).OfType<OrderId>().Distinct()], cancel);

    public async Task ReadAsync(OrderId[] orders, CancellationToken cancel)
    {
        issuers = await db.Issuers.Where(i => i.IsActive).ToListAsync(cancel);
        // Whoever does not invoice pays nothing for those who do.
        if (issuers.Count == 0 || orders.Length == 0) return;
        await ReadSettingsAsync(cancel);
        foreach (var (id, sale) in await sales.FindAsync(orders, cancel)) found[id] = sale;
        foreach (var document in await db.Documents.Where(d => d.OrderId != null && orders.Contains(d.OrderId.Value)).OrderBy(d => d.QueuedAt).ThenBy(d => d.Id).ToListAsync(cancel)) Of(document.OrderId!.Value).Add(document);
        foreach (var omission in await db.Omissions.Where(o => orders.Contains(o.OrderId)).ToListAsync(cancel)) omitted[omission.OrderId] = omission;
        due = await db.ChannelRules.AsNoTracking().ToDictionaryAsync(r => r.SalesChannelId, r => r.Due, cancel);
    }

    /// <summary>Issuers with their points and series, where no order is concerned.</summary>
    public async Task ReadIssuersAsync(CancellationToken cancel)
    {
        issuers = await db.Issuers.Where(i => i.IsActive).ToListAsync(cancel);
        await ReadSettingsAsync(cancel);
    }

    private async Task ReadSettingsAsync(CancellationToken cancel)
    {
        points = await db.Points.ToListAsync(cancel);
        series = await db.Series.ToListAsync(cancel);
        shop = await merchant.CurrentAsync(cancel);
        if (issuers.Exists(i => i.Fce is not null)) creditBuyers.UnionWith(await db.FceBuyers.Select(b => b.Cuit).ToListAsync(cancel));
    }

    public SaleToInvoice? Find(OrderId order) => found.GetValueOrDefault(order);

    public List<FiscalDocument> Of(OrderId order) => documents.TryGetValue(order, out var known) ? known : documents[order] = [];

    public Issuer? IssuerOf(LegalEntityId seller) => issuers.Find(i => i.LegalEntityId == seller);

    /// <summary>Who issues a sale of another system: who is named, who issued what it corrects, or the only one there is.</summary>
    public Result<Issuer> IssuerOf(LegalEntityId? seller, FiscalDocument? original)
    {
        var issued = original is null ? null : issuers.Find(i => i.Id == series.Find(s => s.Id == original.SeriesId)?.IssuerId);
        if (seller is { } named) return IssuerOf(named) is not { } issuer ? InvoicingProblems.NobodyIssues : issued is not null && issued != issuer ? InvoicingProblems.OtherIssuer : issuer;
        if (issued is not null) return issued;
        return issuers is [var only] ? only : issuers.Count == 0 ? InvoicingProblems.NobodyIssues : InvoicingProblems.WhichIssuer;
    }

    public LegalEntityView EntityOf(Issuer issuer) => shop!.LegalEntities.First(e => e.Id == issuer.LegalEntityId);

    public IssuerOnPaper OnPaper(Issuer issuer)
    {
        var entity = EntityOf(issuer);
        return new IssuerOnPaper(
            issuer.Environment, shop!.Name, shop.BrandColor, entity.Name, entity.Cuit, entity.VatCondition, entity.Address, issuer.GrossIncomeNumber, issuer.ActivityStartedOn, shop.Logo?.Id);
    }

    public int PointOf(Issuer issuer, SalesChannelId? channel)
    {
        var his = points.FindAll(p => p.IssuerId == issuer.Id && !p.IsContingency && !p.IsAbroad);
        return (his.Find(p => p.SalesChannelId is not null && p.SalesChannelId == channel) ?? his.Find(p => p.SalesChannelId is null) ?? his[0]).Number;
    }

    /// <summary>The point of sale of every sale abroad.</summary>
    public Result<int> AbroadPointOf(Issuer issuer) => points.Find(p => p.IssuerId == issuer.Id && p.IsAbroad) is { } point ? point.Number : InvoicingProblems.NoAbroadPoint;

    public Series SeriesOf(Issuer issuer, string cuit, int point, int type)
    {
        var known = series.Find(s => s.Environment == issuer.Environment && s.Cuit == cuit && s.Point == point && s.VoucherType == type);
        if (known is not null) return known;
        var made = new Series { Id = IId<FiscalPointId>.New().Value, IssuerId = issuer.Id, Environment = issuer.Environment, Cuit = cuit, Point = point, VoucherType = type };
        db.Add(made);
        series.Add(made);
        return made;
    }

    /// <summary>A credit invoice is due to this buyer from the minimum on.</summary>
    public bool IsCreditBuyer(ReceiverFacts receiver) => receiver.DocumentType == 80 && creditBuyers.Contains(receiver.DocumentNumber);

    public Series SeriesOf(FiscalDocument document) => series.First(s => s.Id == document.SeriesId);

    public DocumentDue DueOf(SalesChannelId channel) => due.GetValueOrDefault(channel);

    /// <summary>Only what has left of this order is documented, whatever its channel's rule is by now.</summary>
    public bool IsByDispatch(OrderId order) => omitted.GetValueOrDefault(order)?.Reason == Omission.RestWaits;

    /// <summary>Writes down once why an order has no document, or none over the rest of it.</summary>
    public void Omit(OrderId order, string reason, DateTimeOffset at)
    {
        if (omitted.ContainsKey(order)) Reword(order, Omission.WaitsForDispatch, reason);
        else db.Add(omitted[order] = new Omission { OrderId = order, Reason = reason, At = at });
    }

    public void Reword(OrderId order, string from, string to)
    {
        if (omitted.GetValueOrDefault(order) is { } known && known.Reason == from) known.Reason = to;
    }

    /// <summary>It gets its document now: whatever it waited for is over.</summary>
    public void Document(OrderId order)
    {
        if (omitted.Remove(order, out var known)) db.Remove(known);
    }

    private static OrderId? OrderOf(IEvent? happened) => happened switch
    {
        OrderPaid paid => paid.OrderId,
        OrderCanceled canceled => canceled.OrderId,
        UnitsCanceled canceled => canceled.OrderId,
        ChargeChanged changed => changed.OrderId,
        OrderShipped shipped => shipped.OrderId,
        OrderHandedOver handed => handed.OrderId,
        _ => null,
    };
}
