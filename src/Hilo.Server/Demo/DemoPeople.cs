namespace Hilo.Server.Demo;

/// <summary>Who buys at the invented shop. The first ones come back on every channel, so that their thread has something to tell.</summary>
internal static class DemoPeople
{
    /// <summary>They buy about half of everything.</summary>
    public const int Regulars = 6;

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("Sofía Bentancur", "sofia.bentancur@correo.example", "11 5555-0142", "PAL", new("Thames", "Buenos Aires", "C", "C1414DDG", "1540", "2.º C")),
        new("Martín Acosta", "martin.acosta@correo.example", "341 555-0187", "ROS", new("Bv. Oroño", "Rosario", "S", "S2000DTS", "812", "3.º B")),
        new("Camila Ríos", "camila.rios@correo.example", "11 5555-0111", "BEL", new("Juramento", "Buenos Aires", "C", "C1428DMB", "2310", "9.º A")),
        new("Julián Ferro", "julian.ferro@correo.example", "351 555-0120", "CBA", new("Av. Colón", "Córdoba", "X", "X5000EPU", "1220", "6.º A")),
        new("Valentina Sosa", "valentina.sosa@correo.example", "261 555-0133", "MZA", new("Belgrano", "Mendoza", "M", "M5500FJA", "950")),
        new("Tomás Aguirre", "tomas.aguirre@correo.example", "11 5555-0175", "PAL", new("Gorriti", "Buenos Aires", "C", "C1414BKA", "4870")),
        new("Lucía Paredes", "lucia.paredes@correo.example", "11 5555-0190", "PAL", new("Av. Corrientes", "Buenos Aires", "C", "C1414AAB", "5230", "1.º D")),
        new("Nicolás Godoy", "nicolas.godoy@correo.example", "341 555-0166", "ROS", new("San Luis", "Rosario", "S", "S2000BBH", "1844")),
        new("Florencia Quiroga", "florencia.quiroga@correo.example", "351 555-0151", "CBA", new("Dean Funes", "Córdoba", "X", "X5000ACA", "655")),
        new("Ezequiel Molina", "ezequiel.molina@correo.example", "11 5555-0128", "BEL", new("Vuelta de Obligado", "Buenos Aires", "C", "C1428ADP", "1985")),
        new("Agustina Vera", "agustina.vera@correo.example", "261 555-0149", "MZA", new("Colón", "Mendoza", "M", "M5500GCB", "431", "2.º 8")),
        new("Bruno Castellanos", "bruno.castellanos@correo.example", "11 5555-0163", "PAL", new("Niceto Vega", "Buenos Aires", "C", "C1414BFA", "5120")),
        new("Rocío Maldonado", "rocio.maldonado@correo.example", "223 555-0117", "BEL", new("Güemes", "Mar del Plata", "B", "B7600BAB", "2875", "4.º B")),
        new("Santiago Luque", "santiago.luque@correo.example", "351 555-0182", "CBA", new("Belgrano", "Villa Carlos Paz", "X", "X5152ABC", "122")),
        new("Micaela Torres", "micaela.torres@correo.example", "381 555-0136", "CBA", new("25 de Mayo", "San Miguel de Tucumán", "T", "T4000IKA", "640")),
        new("Federico Arce", "federico.arce@correo.example", "299 555-0154", "MZA", new("Mitre", "Neuquén", "Q", "Q8300KOA", "310")),
        new("Paula Iturralde", "paula.iturralde@correo.example", "11 5555-0107", "BEL", new("Av. Maipú", "Vicente López", "B", "B1638AAB", "1290", "7.º F")),
        new("Gonzalo Bravo", "gonzalo.bravo@correo.example", "341 555-0173", "ROS", new("Mendoza", "Rosario", "S", "S2000BIA", "2750")),
        new("Carolina Pereyra", "carolina.pereyra@correo.example", "2966 55-0125", "PAL", new("San Martín", "Río Gallegos", "Z", "Z9400AAB", "788")),
        new("Ignacio Roldán", "ignacio.roldan@correo.example", "387 555-0160", "CBA", new("Caseros", "Salta", "A", "A4400DMN", "1015")),
    ];
}

/// <param name="Store">Code of the store around the corner, or nearest.</param>
internal sealed record DemoPerson(string Name, string Email, string Phone, string Store, PostalAddress Home)
{
    public CartContact Contact => new(Email, Name, Phone);
}
