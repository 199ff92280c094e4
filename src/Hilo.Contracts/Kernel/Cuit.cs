namespace Hilo;

/// <summary>The tax number of a person or a company: eleven digits, the last of which checks the others.</summary>
public readonly record struct Cuit
{
    private static readonly int[] Weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    private Cuit(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>With or without its two hyphens.</summary>
    public static bool TryParse(string? text, out Cuit cuit)
    {
        cuit = default;
        var digits = (text ?? "").Replace("-", "", StringComparison.Ordinal);
        if (digits.Length != 11 || !digits.All(char.IsAsciiDigit)) return false;
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += (digits[i] - '0') * Weights[i];
        var check = (11 - sum % 11) % 11;
        // Where the rule gives 10 the agency gives out another prefix, so such a number does not exist.
        if (check != digits[10] - '0') return false;
        cuit = new Cuit(digits);
        return true;
    }

    /// <summary>As people write it: <c>30-71234567-1</c>.</summary>
    public override string ToString() => $"{Digits[..2]}-{Digits[2..10]}-{Digits[10..]}";
}
