namespace Hilo.Web.Storefront.Checkout;

/// <summary>What was typed and what is wrong with it, so that a form that comes back loses nothing.</summary>
public sealed record CheckoutForms
{
    /// <summary>The section that the shopper opened again: <c>datos</c> or <c>entrega</c>.</summary>
    public string? Open { get; init; }

    public string? PostalCode { get; init; }

    public bool IsPostalCodeWrong { get; init; }

    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>Field name to message.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    public string? Value(string field, string? otherwise) => Typed.TryGetValue(field, out var typed) ? typed : otherwise;

    public string? Error(string field) => Errors.GetValueOrDefault(field);

    public static IReadOnlyDictionary<string, string> Read(IFormCollection form) => form.ToDictionary(p => p.Key, p => p.Value.ToString().Trim(), StringComparer.Ordinal);
}
