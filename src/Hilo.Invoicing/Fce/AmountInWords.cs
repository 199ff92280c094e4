namespace Hilo.Invoicing;

/// <summary>An amount as Spanish words, as credit invoices and exports carry it: “un millón doscientos mil pesos con 05/100”.</summary>
internal static class AmountInWords
{
    private static readonly string[] Small =
    [
        "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve",
        "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
    ];

    private static readonly string[] Tens = ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
    private static readonly string[] Hundreds = ["", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"];

    private static readonly Dictionary<string, (string One, string Many)> Units = new(StringComparer.Ordinal)
    {
        [Currencies.Pesos] = ("peso", "pesos"),
        ["DOL"] = ("dólar estadounidense", "dólares estadounidenses"),
        ["060"] = ("euro", "euros"),
        ["012"] = ("real", "reales"),
        ["011"] = ("peso uruguayo", "pesos uruguayos"),
    };

    /// <param name="currency">The agency's code.</param>
    public static string Of(long minor, string currency)
    {
        var (whole, (one, many)) = (minor / 100, Units[currency]);
        // A round million takes “de”: un millón de pesos.
        var unit = whole == 1 ? one : whole >= 1_000_000 && whole % 1_000_000 == 0 ? $"de {many}" : many;
        return $"{Shortened(Whole(whole))} {unit} con {minor % 100:D2}/100";
    }

    private static string Whole(long number) => number switch
    {
        < 30 => Small[number],
        < 100 => Tens[number / 10] + (number % 10 == 0 ? "" : $" y {Small[number % 10]}"),
        100 => "cien",
        < 1_000 => Hundreds[number / 100] + Rest(number % 100),
        < 2_000 => "mil" + Rest(number % 1_000),
        < 1_000_000 => $"{Shortened(Whole(number / 1_000))} mil{Rest(number % 1_000)}",
        < 2_000_000 => "un millón" + Rest(number % 1_000_000),
        < 1_000_000_000_000 => $"{Shortened(Whole(number / 1_000_000))} millones{Rest(number % 1_000_000)}",
        _ => throw new ArgumentOutOfRangeException(nameof(number), number, "No amount is that large."),
    };

    private static string Rest(long number) => number == 0 ? "" : " " + Whole(number);

    /// <summary>Before a noun “uno” loses its end.</summary>
    private static string Shortened(string words) =>
        words.EndsWith("veintiuno", StringComparison.Ordinal) ? words[..^9] + "veintiún" : words.EndsWith("uno", StringComparison.Ordinal) ? words[..^1] : words;
}
