namespace Hilo;

/// <summary>Provinces of Argentina by the letter of ISO 3166-2:AR.</summary>
public static class Provinces
{
    public static readonly IReadOnlyList<(string Letter, string Name)> All =
    [
        ("C", "Ciudad Autónoma de Buenos Aires"), ("B", "Buenos Aires"), ("K", "Catamarca"), ("H", "Chaco"), ("U", "Chubut"), ("X", "Córdoba"), ("W", "Corrientes"),
        ("E", "Entre Ríos"), ("P", "Formosa"), ("Y", "Jujuy"), ("L", "La Pampa"), ("F", "La Rioja"), ("M", "Mendoza"), ("N", "Misiones"), ("Q", "Neuquén"),
        ("R", "Río Negro"), ("A", "Salta"), ("J", "San Juan"), ("D", "San Luis"), ("Z", "Santa Cruz"), ("S", "Santa Fe"), ("G", "Santiago del Estero"),
        ("V", "Tierra del Fuego"), ("T", "Tucumán"),
    ];

    /// <summary>Null for a letter that none has.</summary>
    public static string? NameOf(string? letter) => All.FirstOrDefault(p => p.Letter == letter).Name;
}
