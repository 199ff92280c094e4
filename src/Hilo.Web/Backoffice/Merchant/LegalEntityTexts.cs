namespace Hilo.Web.Backoffice.Merchant;

internal static class LegalEntityTexts
{
    public static string All => Text.Of("Razones sociales", "Legal entities");

    public static string AllText => Text.Of("Quién vende y factura. Una sucursal o un canal pueden ser de una u otra.", "Who sells and invoices. A location or a channel may belong to one or another.");

    public static string First => Text.Of("Quién vende", "Who sells");

    public static string Add => Text.Of("Sumar una razón social", "Add a legal entity");

    public static string New => Text.Of("Razón social nueva", "New legal entity");

    public static string NeededFirst => Text.Of("Primero cargá la razón social de la empresa.", "First save the legal entity of the company.");

    public static string AddFirst => Text.Of("Cargar la razón social", "Add the legal entity");

    public static string Cuit => Text.Of("CUIT", "CUIT");

    public static string CuitMissing => Text.Of("Poné el CUIT.", "Write the CUIT.");

    public static string CuitWrong => Text.Of("Ese CUIT no existe: revisá los once números, el último se calcula con los otros.", "That CUIT does not exist: check the eleven digits, the last follows from the others.");

    public static string CuitKnown(string name) => Text.Of($"Ese CUIT ya está cargado: es de {name}.", $"That CUIT is there already: it is {name}'s.");

    public static string Name => Text.Of("Nombre o razón social", "Legal name");

    public static string NameHint => Text.Of("Como está en ARCA: así sale en las facturas.", "As the agency has it: it stands so on invoices.");

    public static string NameMissing => Text.Of("Poné el nombre o la razón social.", "Write the legal name.");

    public static string Condition => Text.Of("Condición frente al IVA", "VAT condition");

    public static string ConditionMissing => Text.Of("Elegí la condición frente al IVA.", "Choose the VAT condition.");

    /// <summary>Those that a seller may have: a final consumer sells nothing.</summary>
    public static readonly IReadOnlyList<VatCondition> Sellers = [VatCondition.Registered, VatCondition.Monotributo, VatCondition.Exempt];

    public static string Of(VatCondition condition) => condition switch
    {
        VatCondition.Registered => Text.Of("Responsable inscripto", "Registered for VAT"),
        VatCondition.Monotributo => Text.Of("Monotributo", "Monotributo"),
        VatCondition.Exempt => Text.Of("Exento", "Exempt"),
        _ => Text.Of("Consumidor final", "Final consumer"),
    };

    public static string Address => Text.Of("Domicilio fiscal", "Fiscal address");

    public static string DataFiscal => Text.Of("Enlace de Data Fiscal", "Data Fiscal link");

    public static string DataFiscalHint => Text.Of("El que da ARCA con el formulario 960/D. Va al pie de la tienda.", "The one that the agency gives with form 960/D. It stands at the foot of the shop.");

    public static string DataFiscalWrong => Text.Of("Pegá el enlace entero de ARCA, que empieza con http y es de afip.gob.ar o arca.gob.ar.", "Paste the agency's whole link, which begins with http and is of afip.gob.ar or arca.gob.ar.");

    public static string Saved(string name) => Text.Of($"Se guardó {name}.", $"{name} was saved.");
}
