using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Sales and perceptions of a month, added up by what the accountant asks for. Of the same documents as the book: the sums are the same.</summary>
internal static class ReportSales
{
    private static readonly string[] Groups = ["province", "entity", "location", "channel", "tender"];

    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/books/{month}/report", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("Sales and perceptions of a month by province of delivery, legal entity, location, channel or tender (by=province, entity, location, channel, tender). format=xlsx or csv for a file.");

    private static async Task<Results<Ok<IReadOnlyList<SalesReportRow>>, FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        string month, string? by, string? format, InvoicingDb db, IMerchant merchant, ILocations locations, INameSalesChannels channels, CancellationToken cancel)
    {
        if (BookMonth.Parse(month).Refused(out var problem, out var which)) return problem.ToHttp();
        var group = by ?? "province";
        if (!Groups.Contains(group, StringComparer.Ordinal)) return InvoicingProblems.UnknownReport(group).ToHttp();
        var (from, to) = (FiscalDay.Number(which.First), FiscalDay.Number(which.Last));
        var documents = await db.Documents.AsNoTracking().Where(d => d.State == FiscalDocumentState.Authorized && d.DatedOn >= from && d.DatedOn <= to)
            .Join(db.Series, d => d.SeriesId, s => s.Id, (d, s) => new { s.Cuit, d.Province, d.LocationId, d.SalesChannelId, d.Tender, d.Kind, d.TotalMinor, d.VatMinor, d.TributesMinor, d.RateMicros }).ToListAsync(cancel);
        var names = await NamesAsync(group, merchant, locations, channels, cancel);
        var rows = documents.Select(d =>
        {
            long Pesos(long minor) => (d.Kind == FiscalDocumentKind.CreditNote ? -1 : 1) * Currencies.InPesos(minor, (d.RateMicros ?? 0) / 1_000_000m);
            var key = group switch { "province" => d.Province, "entity" => d.Cuit, "location" => d.LocationId?.ToString(), "channel" => d.SalesChannelId?.ToString(), _ => d.Tender is { } tender ? Words.Of(tender) : null };
            return (Key: key ?? "", Total: Pesos(d.TotalMinor), Vat: Pesos(d.VatMinor), Tributes: Pesos(d.TributesMinor));
        }).GroupBy(d => d.Key, StringComparer.Ordinal).Select(g => new SalesReportRow(
            g.Key, names(g.Key), g.Count(), Money.Ars(g.Sum(d => d.Total - d.Vat - d.Tributes) / 100m), Money.Ars(g.Sum(d => d.Vat) / 100m), Money.Ars(g.Sum(d => d.Tributes) / 100m), Money.Ars(g.Sum(d => d.Total) / 100m)))
            .OrderByDescending(r => r.Total).ThenBy(r => r.Name, StringComparer.Ordinal).ToList();
        if (format is not ("csv" or "xlsx")) return TypedResults.Ok<IReadOnlyList<SalesReportRow>>(rows);
        var sheet = new Sheet("Ventas", [Heading(group), "Comprobantes", "Neto, exento y no gravado", "IVA", "Percepciones y otros tributos", "Total"],
            rows.Select(r => (IReadOnlyList<object>)[r.Name, r.Documents, r.Net.Amount, r.Vat.Amount, r.Tributes.Amount, r.Total.Amount]));
        return format == "csv" ? TypedResults.File(sheet.ToCsv(), "text/csv; charset=utf-8", $"{month}-ventas-{group}.csv")
            : TypedResults.File(await Sheet.ToXlsxAsync([sheet], cancel), DownloadBook.Xlsx, $"{month}-ventas-{group}.xlsx");
    }

    private static async Task<Func<string, string>> NamesAsync(string group, IMerchant merchant, ILocations locations, INameSalesChannels channels, CancellationToken cancel)
    {
        const string unknown = "Sin dato";
        switch (group)
        {
            case "province": return key => Provinces.NameOf(key) ?? unknown;
            case "entity":
                var entities = (await merchant.CurrentAsync(cancel)).LegalEntities.ToDictionary(e => e.Cuit, e => e.Name, StringComparer.Ordinal);
                return key => entities.GetValueOrDefault(key, key);
            case "location":
                var places = (await locations.AllAsync(cancel)).ToDictionary(p => p.Id.ToString(), p => p.Name, StringComparer.Ordinal);
                return key => places.GetValueOrDefault(key, key.Length == 0 ? "Envíos y otros" : key);
            case "channel":
                var named = (await channels.NamesAsync(cancel)).ToDictionary(c => c.Key.ToString(), c => c.Value, StringComparer.Ordinal);
                return key => named.GetValueOrDefault(key, key.Length == 0 ? "Otros sistemas" : key);
            default: return key => Word<Tender>.TryParse(key, null, out var tender) ? Paper.NameOf(tender.Value) : unknown;
        }
    }

    private static string Heading(string group) => group switch { "province" => "Provincia", "entity" => "Razón social", "location" => "Sucursal", "channel" => "Canal", _ => "Medio de pago" };
}
