using System.Text;

namespace Hilo.Web.Storefront.Browse;

/// <summary>Everything that narrows a list, as it stands in the address: any combination can be linked, shared and gone back to.</summary>
public sealed record Filters(string? Category, string? Search, IReadOnlyList<(string Name, string Value)> Options, string? Sort, string? Cursor)
{
    private const string OptionPrefix = "option.";
    private const int MostOptions = 30;

    public static Filters Read(string? category, IQueryCollection query) => new(
        category ?? Short(query["category"]),
        Short(query["q"]),
        [.. query.Where(p => p.Key.StartsWith(OptionPrefix, StringComparison.Ordinal))
            .SelectMany(p => p.Value.OfType<string>().Where(v => v.Length > 0).Select(v => (p.Key[OptionPrefix.Length..], v))).Take(MostOptions)],
        Short(query["orden"]) is "newest" or "price_up" or "price_down" or "title" ? query["orden"].ToString() : null,
        Short(query["cursor"]));

    public bool IsNarrowed => Options.Count > 0;

    public bool Has(string name, string value) => Options.Contains((name, value));

    /// <summary>Adds the value, or takes it away when it is there.</summary>
    public Filters Toggle(string name, string value) =>
        this with { Cursor = null, Options = Has(name, value) ? [.. Options.Where(o => o != (name, value))] : [.. Options, (name, value)] };

    public Filters Cleared() => this with { Cursor = null, Options = [] };

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
    public string ProductSuffix => (this with { Search = null, Sort = null, Cursor = null }).QueryText(null);

    private string QueryText(string? category)
    {
        var text = new StringBuilder();
        Add("q", Search);
        Add("category", category);
        foreach (var (name, value) in Options) Add(OptionPrefix + name, value);
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
