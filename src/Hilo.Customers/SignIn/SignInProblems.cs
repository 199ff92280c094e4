using Hilo.Platform;

namespace Hilo.Customers;

internal static class ShopperSignInProblems
{
    /// <summary>One answer for a wrong, an expired, a used code and another browser: it helps nobody to guess.</summary>
    public static readonly Problem CodeRefused = new("signin.code_refused", "The code is wrong, was used, or expired.", 422);

    public static readonly IReadOnlyList<ProblemPage> Pages =
    [
        new("signin.code_refused",
            new("Ese código no sirve", "El código no es el que mandamos, ya se usó, venció a los 10 minutos, o se pidió desde otro navegador. También se anula después de 5 intentos.", "Revisá el último correo que te mandamos o pedí un código nuevo."),
            new("That code does not work", "It is not the code we sent, it was used, it expired after 10 minutes, or another browser asked for it. It also ends after 5 tries.", "Look at the last mail we sent, or ask for a new code.")),
    ];
}
