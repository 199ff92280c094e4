namespace Hilo.Web.Storefront.Checkout;

/// <summary>ISO 3166-2:AR, in the order in which people look for them.</summary>
internal static class Provinces
{
    public static readonly IReadOnlyList<(string Letter, string Name)> All =
    [
        ("C", "Ciudad Autónoma de Buenos Aires"), ("B", "Buenos Aires"), ("K", "Catamarca"), ("H", "Chaco"), ("U", "Chubut"), ("X", "Córdoba"), ("W", "Corrientes"),
        ("E", "Entre Ríos"), ("P", "Formosa"), ("Y", "Jujuy"), ("L", "La Pampa"), ("F", "La Rioja"), ("M", "Mendoza"), ("N", "Misiones"), ("Q", "Neuquén"),
        ("R", "Río Negro"), ("A", "Salta"), ("J", "San Juan"), ("D", "San Luis"), ("Z", "Santa Cruz"), ("S", "Santa Fe"), ("G", "Santiago del Estero"),
        ("V", "Tierra del Fuego"), ("T", "Tucumán"),
    ];
}
