using System.Text;

namespace Hilo.Web.Storefront.Browse;

/// <summary>Everything that narrows a list, as it stands in the address: any combination can be linked, shared and gone back to.</summary>
public sealed record Filters(string? Category, string? Search, IReadOnlyList<(string Name, string Value)> Options, string? Sort, string? Cursor)
{
    private const int MostPrices = 10;
    private const string OptionPrefix = "option.";
    private const int MostOptions = 30;

    public static Filters Read(string? category, IQueryCollection query) => new(
        category ?? Short(query["category"]),
        Short(query["q"]),
        [.. query.Where(p => p.Key.StartsWith(OptionPrefix, StringComparison.Ordinal))
            .SelectMany(p => p.Value.OfType<string>().Where(v => v.Length > 0).Select(v => (p.Key[OptionPrefix.Length..], v))).Take(MostOptions)],
        Short(query["orden"]) is "newest" or "price_up" or "price_down" or "title" ? query["orden"].ToString() : null,
        Short(query["cursor"]))
    {
        Prices = [.. query["precio"].OfType<string>().Where(p => p.Length is > 0 and <= 30).Distinct().Take(MostPrices)],
        IsAvailable = query["disponible"] == "si",
    };

    /// <summary>Ranges as the API writes them, alternatives of each other.</summary>
    public IReadOnlyList<string> Prices { get; init; } = [];

    /// <summary>Only what has stock.</summary>
    public bool IsAvailable { get; init; }

    public bool IsNarrowed => Count > 0;

    /// <summary>How many things narrow the list.</summary>
    public int Count => Options.Count + Prices.Count + (IsAvailable ? 1 : 0);

    public bool Has(string name, string value) => Options.Contains((name, value));

    /// <summary>Adds the value, or takes it away when it is there.</summary>
    public Filters Toggle(string name, string value) =>
        this with { Cursor = null, Options = Has(name, value) ? [.. Options.Where(o => o != (name, value))] : [.. Options, (name, value)] };

    public Filters TogglePrice(string range) => this with { Cursor = null, Prices = Prices.Contains(range) ? [.. Prices.Where(p => p != range)] : [.. Prices, range] };

    public Filters ToggleAvailable() => this with { Cursor = null, IsAvailable = !IsAvailable };

    public Filters Cleared() => this with { Cursor = null, Options = [], Prices = [], IsAvailable = false };

    public Filters At(string? cursor) => this with { Cursor = cursor };

    public Filters Within(string? category) => this with { Category = category, Cursor = null };

    public string CategoryAddress => $"/categoria/{Uri.EscapeDataString(Category ?? "")}";

    public string Address
    {
        get
        {
            // A category is a page of its own; a search keeps it as one more filter.
            var path = Search is null && Category is not null ? CategoryAddress : "/buscar";
            return path + QueryText(Search is null ? null : Category);
        }
    }

    /// <summary>Handed on to a product, so that it opens with the same size and color chosen.</summary>
    public string ProductSuffix => (this with { Search = null, Sort = null, Cursor = null, Prices = [], IsAvailable = false }).QueryText(null);

    private string QueryText(string? category)
    {
        var text = new StringBuilder();
        Add("q", Search);
        Add("category", category);
        foreach (var (name, value) in Options) Add(OptionPrefix + name, value);
        foreach (var range in Prices) Add("precio", range);
        Add("disponible", IsAvailable ? "si" : null);
        Add("orden", Sort);
        Add("cursor", Cursor);
        return text.ToString();

        void Add(string name, string? value)
        {
            if (string.IsNullOrEmpty(value)) return;
            text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    private static string? Short(Microsoft.Extensions.Primitives.StringValues values) => values is [{ Length: > 0 and <= 500 } text, ..] ? text.Trim() : null;
}
