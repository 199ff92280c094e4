using System.Globalization;
using System.Text.RegularExpressions;
using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>Turns the rows of a file into products with variants. A bad row is told and left out; the others go on.</summary>
/// <remarks>Reads one part of a file: what rows of other parts say, the scan knows.</remarks>
internal sealed partial class RowReader(ImportColumns columns, Currency currency, DecimalMark mark, bool isChosen)
{
    private const string NoOptions = "Default Title";
    private static readonly char[] Lists = ['|', '\n'];

    private readonly List<ImportGroup> groups = [];
    private readonly List<RowProblem> problems = [];
    private ImportGroup? current;
    private int refusals;

    public IReadOnlyList<RowProblem> Problems => problems;

    private ImportColumns Columns => columns;

    private DecimalMark Mark => mark;

    /// <summary>A person said how to read the numbers.</summary>
    private bool IsChosen => isChosen;

    public IReadOnlyList<ImportGroup> Groups()
    {
        foreach (var group in groups) Finish(group);
        return groups;
    }

    public void Read(ScannedRow scanned)
    {
        var row = scanned.Row;
        if (Unreadable(row) is var (code, facts))
        {
            Refuse(row.Line, null, row.Cells is [var only] ? only : null, code, facts);
            return;
        }
        var cells = new Cells(this, row);
        if (GroupOf(cells, scanned) is not { } group) return;
        group.Lines++;
        if (!Fits(cells)) return;
        ReadProduct(group, cells);
        if (columns.HasVariant(field => cells[field])) ReadVariant(group, cells, scanned);
    }

    private (string Code, string[] Facts)? Unreadable(CsvRow row) => row.Fault switch
    {
        CsvFault.OpenQuote => ("row.open_quote", []),
        CsvFault.StrayQuote => ("row.stray_quote", []),
        CsvFault.TooLong => ("row.too_long", []),
        CsvFault.Control => ("row.control_characters", []),
        _ when row.Cells.Skip(columns.Names.Count).Any(c => c.Trim().Length > 0) => ("row.too_many_cells", [Text(row.Cells.Count), Text(columns.Names.Count)]),
        _ when row.Cells.Select(c => c.Trim()).SequenceEqual(columns.Names) => ("row.header_again", []),
        // Two files joined by hand, each with its own delimiter.
        _ when row.Cells is [var only] && columns.Names.Count > 2 && only.AsSpan().IndexOfAny(",;\t|") >= 0 && ",;\t|".Any(d => only.Split(d).Length >= columns.Names.Count - 1) => ("row.other_delimiter", []),
        _ => null,
    };

    private ImportGroup? GroupOf(Cells cells, ScannedRow scanned)
    {
        var (handle, key) = ImportColumns.ProductOf(cells[ImportField.Handle], cells[ImportField.Title], cells[ImportField.Sku]);
        if (key.Length == 0)
        {
            Refuse(cells.Line, columns.NameOf(ImportField.Handle) ?? columns.NameOf(ImportField.Title), null, "row.product_missing");
            return null;
        }
        if (current?.Key == key) return current;
        current = new ImportGroup { Line = cells.Line, Handle = handle, Key = key, Continues = scanned.Continues };
        groups.Add(current);
        return current;
    }

    /// <summary>Texts longer than their place would be cut or break the page: the row stays out, only descriptions are shortened.</summary>
    private bool Fits(Cells cells)
    {
        var before = refusals;
        for (var column = 0; column < columns.Names.Count; column++)
        {
            var most = columns[column] switch
            {
                ImportField.Title => Product.LongestTitle,
                ImportField.Handle => Product.LongestHandle,
                ImportField.Brand or ImportField.ProductType or ImportField.Option1Name or ImportField.Option1Value or ImportField.Option2Name or ImportField.Option2Value
                    or ImportField.Option3Name or ImportField.Option3Value => Product.LongestWords,
                ImportField.Category or ImportField.PictureAlt => 1_000,
                ImportField.Tags => 5_000,
                _ => ImportScan.LongestCell,
            };
            if (cells.At(column) is { } text && text.Length > most) Refuse(cells.Line, columns.Names[column], text, "cell.too_long", Text(text.Length), Text(most));
        }
        return refusals == before;
    }

    /// <summary>The first row that says something about the product counts; exports leave it empty on the others.</summary>
    private void ReadProduct(ImportGroup group, Cells cells)
    {
        var draft = group.Draft;
        group.Draft = draft with
        {
            Title = draft.Title ?? cells.TextOrNull(ImportField.Title),
            Description = draft.Description ?? DescriptionOf(cells),
            Brand = draft.Brand ?? cells.TextOrNull(ImportField.Brand),
            ProductType = draft.ProductType ?? cells.TextOrNull(ImportField.ProductType),
            Tags = draft.Tags ?? (cells.TextOrNull(ImportField.Tags) is { } tags ? [.. tags.Split(',', '|', ';').Select(t => t.Trim()).Where(t => t.Length > 0)] : null),
            Status = draft.Status ?? StatusOf(cells),
            Attributes = draft.Attributes ?? AttributesOf(cells),
        };
        // Shopify's type is the one word that shops use to group their things.
        var category = cells.TextOrNull(columns.Format == ImportFormat.Shopify ? ImportField.ProductType : ImportField.Category);
        group.CategoryPaths ??= category is null ? null
            : columns.Format == ImportFormat.Shopify ? [[category]]
            : [.. category.Split('|').Select(path => path.Split('>').Select(n => n.Trim()).Where(n => n.Length > 0).ToList()).Where(path => path.Count > 0)];
        for (var i = 0; i < Product.MostOptions; i++) group.OptionNames[i] ??= cells.TextOrNull(ImportField.Option1Name + (2 * i));
        var urls = cells[ImportField.Pictures].Split(Lists, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var alts = cells[ImportField.PictureAlt].Split('|', StringSplitOptions.TrimEntries);
        // As many descriptions as pictures belong to them one by one.
        for (var i = 0; i < urls.Length; i++) AddPicture(group, urls[i], alts.Length == urls.Length ? alts[i] : cells[ImportField.PictureAlt], cells, ImportField.Pictures);
        if (cells[ImportField.VariantPicture] is { Length: > 0 } own) AddPicture(group, own, "", cells, ImportField.VariantPicture);
    }

    private void AddPicture(ImportGroup group, string url, string alt, Cells cells, ImportField field)
    {
        if (!PictureAddress.IsValid(url)) Warn(cells.Line, columns.NameOf(field), url, "picture.address_invalid");
        else if (!group.Pictures.Exists(p => p.SourceUrl == url)) group.Pictures.Add(new PictureDraft(url, alt));
    }

    private void ReadVariant(ImportGroup group, Cells cells, ScannedRow scanned)
    {
        var before = refusals;
        var sku = cells.TextOrNull(ImportField.Sku);
        if (sku is not null && !Sku.IsValid(sku)) cells.Refuse(ImportField.Sku, "sku.invalid");
        else if (scanned.SkuAt > 0) cells.Refuse(ImportField.Sku, "sku.repeated", Text(scanned.SkuAt));
        else if (scanned.OptionsAt > 0)
            Refuse(cells.Line, columns.NameOf(ImportField.Option1Value) ?? columns.NameOf(ImportField.Sku), string.Join(" · ", OptionsOf(cells).Where(o => o.Length > 0)), "variant.repeated", Text(scanned.OptionsAt));
        var gtin = GtinOf(cells, scanned);
        var price = PriceOf(cells);
        var weight = cells.Number(ImportField.WeightGrams);
        if (weight is < 0 or > 1_000_000_000) cells.Refuse(ImportField.WeightGrams, "number.out_of_range");
        var stock = StockOf(cells);
        var tax = TaxOf(cells);
        if (refusals > before) return; // Something of this row cannot be: it stays out as a whole.
        group.Rows.Add(new ImportRow(cells.Line, new VariantDraft
        {
            Sku = sku,
            Gtin = gtin,
            OptionValues = OptionsOf(cells),
            WeightGrams = weight is { } grams ? (long)Math.Round(grams, MidpointRounding.ToEven) : null,
            TaxCode = tax,
            Price = price,
            PictureUrl = cells.TextOrNull(ImportField.VariantPicture),
            Imported = cells.Unused() is { Count: > 0 } unused ? unused : null,
        }, stock));
    }

    private List<string> OptionsOf(Cells cells)
    {
        List<string> values = [.. Enumerable.Range(0, Product.MostOptions).Select(i => cells[ImportField.Option1Value + (2 * i)])];
        for (var i = 0; i < values.Count; i++)
            if (SpoiledDate().IsMatch(values[i])) Warn(cells.Line, columns.NameOf(ImportField.Option1Value + (2 * i)), values[i], "cell.date");
        return values;
    }

    private string? GtinOf(Cells cells, ScannedRow scanned)
    {
        if (!columns.Has(ImportField.Gtin)) return null;
        var gtin = Gtin.Digits(cells[ImportField.Gtin]);
        if (gtin.Length == 0) return null;
        if (gtin.Contains("E+", StringComparison.OrdinalIgnoreCase)) cells.Refuse(ImportField.Gtin, "gtin.spoiled");
        else if (!Gtin.HasForm(gtin)) Warn(cells.Line, columns.NameOf(ImportField.Gtin), gtin, "gtin.other_code");
        else if (!Gtin.IsValid(gtin)) cells.Refuse(ImportField.Gtin, "gtin.check_digit", Text(Gtin.CheckDigit(gtin)));
        else if (scanned.GtinAt > 0) cells.Refuse(ImportField.Gtin, "gtin.repeated", Text(scanned.GtinAt));
        else return gtin;
        return null;
    }

    private PriceDraft? PriceOf(Cells cells)
    {
        if (cells[ImportField.Currency] is { Length: > 0 } named && !string.Equals(named, currency.Code, StringComparison.OrdinalIgnoreCase))
        {
            cells.Refuse(ImportField.Currency, "price.wrong_currency", currency.Code);
            return null;
        }
        if (AmountOf(cells, ImportField.Price) is not { } amount) return null;
        if (!columns.Has(ImportField.FormerPrice)) return new PriceDraft(amount, KeepsFormer: true);
        var former = AmountOf(cells, ImportField.FormerPrice);
        if (former is null || former > amount) return new PriceDraft(amount, former);
        // Shops that stop a sale leave the old compare-at behind; zero means none.
        if (former < amount && !former.Value.IsZero) Warn(cells.Line, columns.NameOf(ImportField.FormerPrice), cells[ImportField.FormerPrice], "price.former_not_greater");
        return new PriceDraft(amount);
    }

    private Money? AmountOf(Cells cells, ImportField field)
    {
        if (cells.Number(field, isMoney: true) is not { } value) return null;
        var minor = value * currency.Scale;
        if (value < 0) cells.Refuse(field, "price.negative");
        else if (value > 10_000_000_000m) cells.Refuse(field, "number.out_of_range");
        else if (!decimal.IsInteger(minor)) cells.Refuse(field, "price.too_many_decimals");
        else return new Money((long)minor, currency);
        return null;
    }

    private Quantity? StockOf(Cells cells)
    {
        if (cells.Number(ImportField.Stock) is not { } value) return null;
        if (value < 0)
        {
            // A shop that sold more than it had: the count is unknown, the product is not.
            Warn(cells.Line, columns.NameOf(ImportField.Stock), cells[ImportField.Stock], "stock.negative");
            return null;
        }
        if (value <= 10_000_000m && Quantity.TryFrom(value, out var quantity)) return quantity;
        cells.Refuse(ImportField.Stock, "number.out_of_range");
        return null;
    }

    private TaxCode? TaxOf(Cells cells)
    {
        if (Fold.Key(cells[ImportField.Taxable]) is "false" or "no")
        {
            Warn(cells.Line, columns.NameOf(ImportField.Taxable), cells[ImportField.Taxable], "tax.exempt_assumed");
            return TaxCode.Exempt;
        }
        var text = cells[ImportField.Tax];
        if (text.Length == 0) return null;
        if (Taxes.TryParse(text, out var code)) return code;
        TaxCode? known = Fold.Key(text) switch
        {
            "exento" or "exempt" => TaxCode.Exempt,
            "nogravado" or "untaxed" => TaxCode.Untaxed,
            _ => NumberText.Read(text.TrimEnd('%', ' '), DecimalMark.Point, takesThree: false).Value switch
            {
                0 => TaxCode.Vat0,
                2.5m => TaxCode.Vat2_5,
                5 => TaxCode.Vat5,
                10.5m => TaxCode.Vat10_5,
                21 => TaxCode.Vat21,
                27 => TaxCode.Vat27,
                _ => null,
            },
        };
        if (known is null) cells.Refuse(ImportField.Tax, "tax.unknown");
        return known;
    }

    private string? DescriptionOf(Cells cells)
    {
        var text = cells.TextOrNull(ImportField.DescriptionHtml) is { } html ? HtmlText.ToPlain(html) : cells.TextOrNull(ImportField.Description);
        if (text is null || text.Length <= Product.LongestDescription) return text;
        Warn(cells.Line, columns.NameOf(ImportField.DescriptionHtml) ?? columns.NameOf(ImportField.Description), text, "description.shortened");
        return Fold.Cut(text, Product.LongestDescription).TrimEnd();
    }

    private ProductStatus? StatusOf(Cells cells)
    {
        var published = Fold.Key(cells[ImportField.Published]);
        ProductStatus? status = Fold.Key(cells[ImportField.Status]) switch
        {
            "" => null,
            "active" or "publicado" or "published" => ProductStatus.Published,
            "draft" or "borrador" => ProductStatus.Draft,
            "archived" or "archivado" => ProductStatus.Archived,
            _ => Unknown(),
        };
        if (status is null or ProductStatus.Published && published is "false" or "no") return published.Length == 0 ? status : ProductStatus.Draft;
        return status ?? (published.Length > 0 ? ProductStatus.Published : null);

        ProductStatus? Unknown()
        {
            Warn(cells.Line, columns.NameOf(ImportField.Status), cells[ImportField.Status], "status.unknown");
            return null;
        }
    }

    private List<NamedText>? AttributesOf(Cells cells)
    {
        var found = Enumerable.Range(0, columns.Names.Count).Where(i => columns[i] == ImportField.Attribute && cells.At(i).Length > 0)
            .Select(i => new NamedText(columns.AttributeOf(i), cells.At(i))).ToList();
        return found.Count == 0 ? null : found;
    }

    /// <summary>Options are those that have a name; a lone variant without real options has none.</summary>
    private static void Finish(ImportGroup group)
    {
        var rows = group.Rows.ToList();
        var isPlain = rows.TrueForAll(r => r.Draft.OptionValues[0] is "" or NoOptions && r.Draft.OptionValues.Skip(1).All(v => v.Length == 0));
        // Rows that go on further down name their options no more: the product knows how many there are.
        var saysNames = group.OptionNames.Any(n => n is not null);
        var count = isPlain ? 0
            : saysNames ? Enumerable.Range(0, Product.MostOptions).Count(i => group.OptionNames[i] is not null && rows.Exists(r => r.Draft.OptionValues[i].Length > 0))
            : Product.MostOptions;
        group.Rows.Clear();
        group.Rows.AddRange(rows.Select(row => row with { Draft = row.Draft with { OptionValues = Trimmed(row.Draft.OptionValues.Take(count), saysNames) } }));
        group.Draft = group.Draft with
        {
            Options = saysNames ? [.. group.OptionNames.Take(count).Select(n => new ProductOption(n!, []))] : null,
            Pictures = group.Pictures.Count == 0 ? null : group.Pictures,
        };
    }

    private static List<string> Trimmed(IEnumerable<string> values, bool keepsEmpty)
    {
        var kept = values.ToList();
        while (!keepsEmpty && kept is [.., ""]) kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    private void Refuse(int line, string? column, string? value, string code, params string[] facts)
    {
        refusals++;
        problems.Add(new RowProblem(line, column, Short(value), code, false, facts));
    }

    private void Warn(int line, string? column, string? value, string code) => problems.Add(new RowProblem(line, column, Short(value), code, true));

    private static string? Short(string? value) => value is { Length: > 120 } ? Fold.Cut(value, 120) + "…" : value;

    /// <summary>What spreadsheets make of sizes such as 2-1: a day.</summary>
    [GeneratedRegex(@"^(\d{1,2}[-/](ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec)([-/]\d{2,4})?|\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d{2}-\d{2}.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SpoiledDate();

    private static string Text<T>(T value) where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Text(char value) => value.ToString();

    /// <summary>The cells of one row by their meaning.</summary>
    private sealed class Cells(RowReader reader, CsvRow row)
    {
        private readonly HashSet<ImportField> told = [];

        public int Line => row.Line;

        public string this[ImportField field] => reader.Columns.IndexOf(field) is >= 0 and var column ? At(column) : "";

        public string At(int column) => CsvWriter.Plain(Raw(column));

        private string Raw(int column) => column < row.Cells.Count ? row.Cells[column].Trim() : "";

        public string? TextOrNull(ImportField field)
        {
            if (this[field] is not { Length: > 0 } text) return null;
            // Kept as text: a spreadsheet that opens an export must not run it (exports neutralise it, and such a cell needs no word).
            if (Raw(reader.Columns.IndexOf(field))[0] is '=' or '+' or '@' or '-' && told.Add(field)) reader.Warn(Line, reader.Columns.NameOf(field), text, "cell.formula");
            return text;
        }

        public decimal? Number(ImportField field, bool isMoney = false)
        {
            if (this[field] is not { Length: > 0 } text) return null;
            var reading = NumberText.Read(text, reader.Mark, takesThree: !isMoney || reader.IsChosen);
            if (reading.Code is { } code) reader.Refuse(Line, reader.Columns.NameOf(field), text, code, reading.Facts);
            return reading.Value;
        }

        public void Refuse(ImportField field, string code, params string[] facts) => reader.Refuse(Line, reader.Columns.NameOf(field), this[field], code, facts);

        public Dictionary<string, string> Unused()
        {
            var kept = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < reader.Columns.Names.Count; i++)
                if (reader.Columns[i] == ImportField.Unused && reader.Columns.Names[i].Length > 0) kept.TryAdd(reader.Columns.Names[i], At(i));
            return kept;
        }
    }
}
