using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>The agency's rows as ours, and what changed since. Pure.</summary>
internal static class ReadParameters
{
    /// <summary>Tables of the agency, in the order in which they are read; the last two are an issuer's own.</summary>
    public static readonly IReadOnlyList<string> Tables =
        ["TiposCbte", "TiposConcepto", "TiposDoc", "TiposIva", "TiposMonedas", "TiposOpcional", "TiposTributos", "TiposPaises", Conditions, LargestRequest, PointsOfSale, "Actividades"];

    /// <summary>Which condition of a receiver goes with which class.</summary>
    public const string Conditions = "CondicionIvaReceptor";

    /// <summary>How many vouchers one request takes: a table of one row.</summary>
    public const string LargestRequest = "RegXReq";

    /// <summary>Classes whose conditions are asked for.</summary>
    public static readonly IReadOnlyList<string> Classes = ["A", "ALEY", "B", "C"];

    public const string PointsOfSale = "PtosVenta";

    /// <summary>Tables of the export service, read for issuers that sell abroad.</summary>
    public static readonly IReadOnlyList<string> AbroadTables = [.. ((string[])["MON", "Tipo_Expo", "UMed", "DST_pais", "DST_CUIT", "Incoterms", "Idiomas", "PtoVenta"]).Select(OfAbroad)];

    public const string Countries = AbroadPrefix + "DST_pais";
    public const string Units = AbroadPrefix + "UMed";
    public const string AbroadPoints = AbroadPrefix + "PtoVenta";
    private const string AbroadPrefix = "FEX.";

    /// <summary>Both services have tables of the same things with numbers of their own.</summary>
    public static string OfAbroad(string table) => AbroadPrefix + table;

    /// <summary>The name at the export service; null for a table of the other.</summary>
    public static string? AtAbroad(string table) => table.StartsWith(AbroadPrefix, StringComparison.Ordinal) ? table[AbroadPrefix.Length..] : null;

    public static string ScopeOf(string table, string environment, string cuit) => table is PointsOfSale or "Actividades" or AbroadPoints ? $"{environment}|{cuit}" : environment;

    public static IReadOnlyList<AgencyParameter> Rows(string scope, string table, IEnumerable<IReadOnlyDictionary<string, string>> rows, DateTimeOffset now) => [.. rows.Select(row => new AgencyParameter
    {
        Id = IId<EventId>.New().Value,
        Scope = scope,
        TableName = table,
        RowKey = row.GetValueOrDefault("Id") ?? row.GetValueOrDefault("Nro") ?? "",
        Text = row.GetValueOrDefault("Desc") ?? row.GetValueOrDefault("EmisionTipo") ?? "",
        Letter = row.GetValueOrDefault("Cmp_Clase") ?? "",
        ValidFrom = Day(row.GetValueOrDefault("FchDesde")),
        ValidTo = Day(row.GetValueOrDefault("FchHasta") ?? row.GetValueOrDefault("FchBaja")),
        IsUsable = row.GetValueOrDefault("Bloqueado") != "S",
        SeenFrom = now,
    }).Where(row => row.RowKey.Length > 0).DistinctBy(row => (row.RowKey, row.Letter))];

    /// <summary>Rows that end, and rows that begin. An empty answer ends nothing: the last copy serves on.</summary>
    public static (IReadOnlyList<AgencyParameter> Ended, IReadOnlyList<AgencyParameter> Begun) Changes(IReadOnlyList<AgencyParameter> kept, IReadOnlyList<AgencyParameter> fresh) =>
        fresh.Count == 0 ? ([], []) : ([.. kept.Where(k => !fresh.Any(k.SaysTheSameAs))], [.. fresh.Where(f => !kept.Any(f.SaysTheSameAs))]);

    private static int? Day(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && text!.Length == 8 ? day : null;
}
