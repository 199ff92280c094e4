namespace Hilo.Invoicing;

/// <summary>An amount as Spanish words, as credit invoices carry it: “un millón doscientos mil pesos con 05/100”.</summary>
internal static class AmountInWords
{
    private static readonly string[] Small =
    [
        "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve",
        "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
    ];

    private static readonly string[] Tens = ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
    private static readonly string[] Hundreds = ["", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"];

    public static string OfPesos(long minor)
    {
        var pesos = minor / 100;
        // A round million takes “de”: un millón de pesos.
        var unit = pesos == 1 ? "peso" : pesos >= 1_000_000 && pesos % 1_000_000 == 0 ? "de pesos" : "pesos";
        return $"{Shortened(Whole(pesos))} {unit} con {minor % 100:D2}/100";
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
