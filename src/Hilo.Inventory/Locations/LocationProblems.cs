using Hilo.Platform;

namespace Hilo.Inventory;

internal static class LocationProblems
{
    public static Problem CodeTaken(string code) => new("location.code_taken", $"Another location has the code {code}.");

    public static Problem Invalid(string why) => new("location.invalid", why, 422);

    internal static readonly ProblemPage[] Pages =
    [
        new("location.code_taken",
            new("Ese código ya está en uso", "Cada sucursal o depósito tiene un código propio, que usan los archivos de stock.", "Elegí otro código."),
            new("That code is taken", "Every location has a code of its own, which stock files use.", "Choose another code.")),
        new("location.invalid",
            new("Los datos de la sucursal no son válidos", "El horario, la zona horaria, el código postal o la posición no se pueden usar; el detalle dice cuál.", "Corregí el dato que se nombra y guardá de nuevo."),
            new("The location's data is not valid", "Hours, time zone, postal code or position cannot be used; the detail says which.", "Correct what the detail names and save again.")),
    ];
}
