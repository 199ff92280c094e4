namespace Hilo.Server.Demo;

/// <summary>An invented clothing retailer: names after Argentine places, colors with their cloth.</summary>
internal static class DemoCatalog
{
    private static readonly string[] Letters = ["XS", "S", "M", "L", "XL"];
    private static readonly string[] FewLetters = ["S", "M", "L"];
    private static readonly string[] Waists = ["36", "38", "40", "42", "44"];
    private static readonly string[] Shoes = ["36", "37", "38", "39", "40", "41"];
    private static readonly string[] BigShoes = ["39", "40", "41", "42", "43", "44"];
    private static readonly string[] Kids = ["4", "6", "8", "10", "12"];
    private static readonly string[] OneSize = ["Único"];

    public static readonly IReadOnlyList<DemoCategory> Categories =
    [
        new("mujer", "Mujer", null),
        new("hombre", "Hombre", null),
        new("chicos", "Chicos", null),
        new("calzado", "Calzado", null),
        new("accesorios", "Accesorios", null),
        new("abrigos-mujer", "Abrigos", "mujer"),
        new("remeras-mujer", "Remeras y camisas", "mujer"),
        new("vestidos", "Vestidos y polleras", "mujer"),
        new("pantalones-mujer", "Pantalones", "mujer"),
        new("abrigos-hombre", "Abrigos", "hombre"),
        new("remeras-hombre", "Remeras y camisas", "hombre"),
        new("pantalones-hombre", "Pantalones", "hombre"),
    ];

    public static readonly IReadOnlyList<DemoProduct> Products =
    [
        new("CAM-TAFI", "Campera de jean Tafí", "campera", "abrigos-mujer", 109_900, 0, Letters, ["Azul clásico", "Negro", "Crudo"], 820, "100 % algodón", "Recto, al hueso",
            "Denim de algodón de 14 onzas, lavado una sola vez para que tome tu forma. Doble pespunte ocre, cinco bolsillos y botones de cobre."),
        new("CAM-URIBU", "Campera inflable Uriburu", "campera", "abrigos-hombre", 168_900, 189_900, Letters, ["Verde oliva", "Negro"], 760, "Poliamida reciclada", "Regular",
            "Liviana y compacta: se guarda en su propio bolsillo. Aguanta la llovizna y el viento de la costa."),
        new("CAM-LAPATAIA", "Parka Lapataia", "campera", "abrigos-mujer", 229_900, 0, FewLetters, ["Arena", "Azul noche"], 1150, "Algodón encerado", "Amplio",
            "Largo a la rodilla, capucha desmontable y costuras selladas. Pensada para el sur."),
        new("BUZ-TILC", "Buzo con capucha Tilcara", "buzo", "abrigos-hombre", 74_900, 0, Letters, ["Verde salvia", "Gris", "Bordó"], 560, "80 % algodón, 20 % poliéster", "Regular",
            "Frisa gruesa por dentro, capucha doble y bolsillo canguro. El que te ponés siempre."),
        new("BUZ-HUMA", "Buzo sin capucha Humahuaca", "buzo", "abrigos-mujer", 68_900, 0, Letters, ["Crudo", "Terracota"], 480, "100 % algodón", "Suelto",
            "Frisa suave, hombro caído y puños anchos. Teñido en prenda."),
        new("SWE-BARI", "Sweater de lana Bariloche", "sweater", "abrigos-mujer", 98_900, 112_900, FewLetters, ["Mostaza", "Crudo", "Azul noche"], 520, "70 % lana merino, 30 % algodón", "Regular",
            "Punto grueso que no pica. Lavado a mano y secado en horizontal para que dure muchos inviernos."),
        new("SWE-CALA", "Sweater cuello alto Calafate", "sweater", "abrigos-hombre", 104_900, 0, Letters, ["Gris", "Verde oliva"], 610, "100 % lana merino", "Regular",
            "Merino patagónico de 19 micrones, abrigado y liviano."),
        new("REM-QUEQ", "Remera a rayas Quequén", "remera", "remeras-hombre", 34_900, 0, Letters, ["Azul clásico", "Rojo cochinilla"], 190, "100 % algodón peinado", "Regular",
            "Rayas tejidas, no estampadas: no se van con los lavados."),
        new("REM-OSTE", "Remera lisa Ostende", "remera", "remeras-mujer", 27_900, 0, Letters, ["Blanco", "Negro", "Terracota"], 170, "100 % algodón orgánico", "Al cuerpo",
            "El básico de todos los días, con costura lateral que no gira."),
        new("REM-MIRA", "Remera manga larga Miramar", "remera", "remeras-hombre", 36_900, 42_900, Letters, ["Blanco", "Azul noche"], 230, "100 % algodón peinado", "Regular",
            "Puño con elástico y cuello reforzado. Va sola o abajo del buzo."),
        new("CMI-SALT", "Camisa de lino Salta", "camisa", "remeras-hombre", 79_900, 0, Letters, ["Blanco", "Celeste"], 240, "100 % lino", "Regular",
            "Lino lavado, fresco desde el primer día. Botones de nácar."),
        new("CMI-CAFA", "Camisa a cuadros Cafayate", "camisa", "remeras-hombre", 74_900, 0, Letters, ["Rojo cochinilla", "Verde oliva"], 310, "100 % algodón", "Regular",
            "Franela cepillada por dentro y por fuera. Doble bolsillo con tapa."),
        new("CMI-PURM", "Camisa amplia Purmamarca", "camisa", "remeras-mujer", 71_900, 0, FewLetters, ["Celeste", "Crudo", "Terracota"], 220, "55 % lino, 45 % viscosa", "Suelto",
            "Caída pesada, manga ancha y largo para usar adentro o afuera."),
        new("JEA-CHAC", "Jean recto Chacarita", "jean", "pantalones-mujer", 84_900, 0, Waists, ["Azul noche", "Negro"], 640, "99 % algodón, 1 % elastano", "Recto, tiro alto",
            "Denim rígido de 13 onzas con una pizca de elastano. Ruedo para ajustar a tu medida."),
        new("JEA-BOED", "Jean cónico Boedo", "jean", "pantalones-hombre", 87_900, 0, ["38", "40", "42", "44", "46"], ["Azul noche", "Gris"], 690, "98 % algodón, 2 % elastano", "Cónico",
            "Cómodo arriba, angosto abajo. Pespunte ocre y remaches de cobre."),
        new("PAN-TAND", "Pantalón gabardina Tandil", "pantalon", "pantalones-hombre", 79_900, 92_900, ["38", "40", "42", "44", "46"], ["Arena", "Verde oliva"], 520, "97 % algodón, 3 % elastano", "Regular",
            "Gabardina de trama cerrada que no se marca. Bolsillo con cierre escondido."),
        new("PAN-ISCH", "Pantalón palazzo Ischigualasto", "pantalon", "pantalones-mujer", 86_900, 0, FewLetters, ["Negro", "Terracota"], 430, "100 % viscosa", "Amplio, tiro alto",
            "Cintura elastizada atrás y caída que acompaña. No necesita plancha."),
        new("VES-TIGR", "Vestido camisero Tigre", "vestido", "vestidos", 109_900, 0, FewLetters, ["Celeste", "Verde salvia"], 360, "100 % lino", "Suelto",
            "Con lazo en la cintura y bolsillos de verdad. Para el río y para la oficina."),
        new("VES-CARI", "Vestido largo Cariló", "vestido", "vestidos", 118_900, 134_900, FewLetters, ["Bordó", "Azul noche"], 410, "100 % viscosa", "Al cuerpo",
            "Escote en V, tajo lateral y breteles regulables."),
        new("POL-NECO", "Pollera de jean Necochea", "pollera", "vestidos", 64_900, 0, FewLetters, ["Azul noche", "Negro"], 420, "100 % algodón", "Evasé",
            "Abotonada adelante, cinco bolsillos, largo a la rodilla."),
        new("REM-CHAPA", "Remera chicos Chapadmalal", "remera", "chicos", 19_900, 0, Kids, ["Ocre", "Celeste"], 120, "100 % algodón peinado", "Regular",
            "Cuello que no se estira, aunque se la pongan solos."),
        new("BUZ-IRUY", "Buzo chicos Iruya", "buzo", "chicos", 44_900, 0, Kids, ["Rojo cochinilla", "Verde salvia"], 320, "80 % algodón, 20 % poliéster", "Regular",
            "Rodillas no tiene, pero los codos van reforzados."),
        new("CAM-MINA", "Campera chicos Minaclavero", "campera inflable", "chicos", 84_900, 97_900, Kids, ["Azul clásico", "Bordó"], 480, "Poliéster reciclado", "Regular",
            "Abriga sin pesar. Cierre con protector para el mentón."),
        new("JEA-AZUL", "Jean chicos Azul", "jean", "chicos", 46_900, 0, Kids, ["Azul noche"], 360, "99 % algodón, 1 % elastano", "Recto",
            "Cintura con elástico regulable por dentro: crece con ellos."),
        new("ZAP-CABIL", "Zapatillas de lona Cabildo", "zapatilla", "calzado", 69_900, 0, Shoes, ["Blanco", "Azul noche"], 780, "Lona de algodón, suela de caucho", "Talle real",
            "Lona de 12 onzas y plantilla de corcho. Se lavan en el lavarropas."),
        new("ZAP-COSTA", "Zapatillas urbanas Costanera", "zapatilla", "calzado", 134_900, 152_900, BigShoes, ["Negro", "Gris"], 920, "Cuero y malla técnica", "Talle real",
            "Livianas, con suela cosida para poder cambiarla."),
        new("BOT-ESQU", "Botas de cuero Esquel", "bota", "calzado", 219_900, 0, Shoes, ["Suela", "Negro"], 1250, "Cuero vacuno, forro de badana", "Pedí un número más si usás medias gruesas",
            "Cosidas a mano, suela de goma con dibujo. Duran años y se reparan."),
        new("GOR-USHU", "Gorro de lana Ushuaia", "gorro", "accesorios", 24_900, 0, OneSize, ["Mostaza", "Azul noche", "Bordó"], 90, "100 % lana merino", "Elástico",
            "Tejido doble en las orejas. Hecho en Tierra del Fuego."),
        new("BUF-FITZ", "Bufanda Fitz Roy", "bufanda", "accesorios", 39_900, 0, OneSize, ["Gris", "Terracota", "Verde oliva"], 210, "70 % lana, 30 % alpaca", "180 × 32 cm",
            "Flecos anudados a mano. Suave desde el primer uso."),
        new("CIN-GAUC", "Cinturón trenzado Gaucho", "cinturon", "accesorios", 42_900, 0, ["90", "100", "110"], ["Suela", "Negro"], 240, "Cuero crudo", "3,5 cm de ancho",
            "Trenzado a ocho, hebilla de bronce."),
        new("BOL-RETI", "Bolso de lona Retiro", "bolso", "accesorios", 98_900, 0, OneSize, ["Crudo", "Verde oliva"], 880, "Lona encerada y cuero", "45 × 30 × 22 cm",
            "Entra en la cabina del avión y en el asiento del colectivo."),
        new("MED-LUJA", "Medias Luján (pack de 3)", "medias", "accesorios", 15_900, 18_900, ["35 a 38", "39 a 42", "43 a 45"], ["Gris", "Azul clásico"], 110, "80 % algodón, 20 % poliamida", "Caña media",
            "Talón reforzado y puntera sin costura."),
    ];
}

/// <param name="Parent">Handle of the category above.</param>
internal sealed record DemoCategory(string Handle, string Name, string? Parent);

/// <param name="Art">What is drawn: a kind of garment.</param>
/// <param name="FormerPrice">Pesos; zero when it was never dearer.</param>
internal sealed record DemoProduct(
    string Code, string Title, string Art, string Category, int Price, int FormerPrice, string[] Sizes, string[] Colors, int WeightGrams, string Fabric, string Fit, string Text);
