namespace Hilo.Invoicing;

/// <summary>What the agency calls its tributes (specs: arca 8.5).</summary>
internal static class TributeNames
{
    public static string Of(int tribute) => tribute switch
    {
        1 => "Impuestos nacionales",
        2 => "Impuestos provinciales",
        3 => "Impuestos municipales",
        4 => "Impuestos internos",
        5 => "Ingresos Brutos",
        6 => "Percepción de IVA",
        7 => "Percepción de Ingresos Brutos",
        8 => "Percepción municipal",
        13 => "Percepción de IVA a no categorizado",
        _ => "Otros tributos",
    };
}
