using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>The agency's own codes of the currencies that are invoiced (specs: arca 8.6): never the ISO code. Those without cents are left out: amounts here have two decimals, as the agency's.</summary>
internal static class Currencies
{
    public const string Pesos = "PES";

    private static readonly Dictionary<string, string> ByIso = new(StringComparer.OrdinalIgnoreCase) { ["ARS"] = Pesos, ["USD"] = "DOL", ["EUR"] = "060", ["BRL"] = "012", ["UYU"] = "011" };

    public static string Known => string.Join(", ", ByIso.Keys);

    public static bool TryFind(string iso, out string code) => ByIso.TryGetValue(iso, out code!);

    /// <summary>As people write it.</summary>
    public static string IsoOf(string code) => ByIso.FirstOrDefault(c => c.Value == code) is { Key: { } iso } ? iso : code;

    public static string RateText(decimal rate) => rate.ToString("0.######", CultureInfo.GetCultureInfo("es-AR"));

    /// <summary>An amount of a foreign currency in pesos, half-even.</summary>
    public static long InPesos(long minor, decimal rate) => rate == 1 ? minor : Money.RoundHalfEven((Int128)minor * (long)(rate * 1_000_000), 1_000_000);
}
