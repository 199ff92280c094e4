namespace Hilo.Web.Backoffice;

/// <summary>What stands in the fields of a settings form: as saved, or as a person typed it, and what is wrong with it. A form that comes back loses nothing.</summary>
public sealed record FormFields(IReadOnlyDictionary<string, string> Values)
{
    public static readonly FormFields Empty = new(new Dictionary<string, string>());

    /// <summary>Field name to message.</summary>
    public Dictionary<string, string> Errors { get; init; } = new(StringComparer.Ordinal);

    public static FormFields Of(IFormCollection form) => new(form.ToDictionary(p => p.Key, p => p.Value.ToString().Trim(), StringComparer.Ordinal));

    public string this[string field] => Values.GetValueOrDefault(field, "");

    public string? Error(string field) => Errors.GetValueOrDefault(field);

    /// <summary>A box that is ticked.</summary>
    public bool Has(string field) => this[field].Length > 0;

    public string Needed(string field, string message)
    {
        if (this[field].Length == 0) Errors[field] = message;
        return this[field];
    }

    public string? Optional(string field) => this[field] is { Length: > 0 } text ? text : null;

    /// <summary>A whole number between two ends.</summary>
    public int Number(string field, int from, int to, string message)
    {
        if (int.TryParse(this[field], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= from && number <= to) return number;
        Errors[field] = message;
        return from;
    }
}
