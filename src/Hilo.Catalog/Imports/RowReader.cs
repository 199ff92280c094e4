using System.Globalization;

namespace Hilo.Catalog;

/// <summary>Turns the rows of a file into products with variants. A bad row is told and left out; the others go on.</summary>
internal sealed class RowReader(ImportColumns columns, Currency currency, DecimalMark mark, bool isChosen)
{
    private const string NoOptions = "Default Title";
    private static readonly char[] Lists = ['|', '\n'];

    private readonly List<ImportGroup> groups = [];
    private readonly Dictionary<string, ImportGroup> byHandle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> skuLines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> gtinLines = new(StringComparer.Ordinal);
    private readonly List<RowProblem> problems = [];
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

    public void Read(CsvRow row)
    {
        if (row.IsOpen)
        {
            Refuse(row.Line, null, null, "row.open_quote");
            return;
        }
        if (row.Cells.Skip(columns.Names.Count).Any(c => c.Trim().Length > 0))
        {
            Refuse(row.Line, null, null, "row.too_many_cells", Text(row.Cells.Count), Text(columns.Names.Count));
            return;
        }
        var cells = new Cells(this, row);
        if (GroupOf(cells) is not { } group) return;
        group.Lines++;
        ReadProduct(group, cells);
        if (HasVariant(cells)) ReadVariant(group, cells);
    }

    private ImportGroup? GroupOf(Cells cells)
    {
        var (handle, title, sku) = (cells[ImportField.Handle], cells[ImportField.Title], cells[ImportField.Sku]);
        if (handle.Length == 0 && title.Length == 0 && sku.Length == 0)
        {
            Refuse(cells.Line, columns.NameOf(ImportField.Handle) ?? columns.NameOf(ImportField.Title), null, "row.product_missing");
            return null;
        }
        var slug = Fold.Slug(handle.Length > 0 ? handle : title);
        var key = slug.Length > 0 ? slug : $"sku {sku}";
        if (byHandle.TryGetValue(key, out var known)) return known;
        var group = new ImportGroup { Line = cells.Line, Handle = slug };
        byHandle.Add(key, group);
        groups.Add(group);
        return group;
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
        group.CategoryPath ??= category is null ? null
            : columns.Format == ImportFormat.Shopify ? [category]
            : [.. category.Split('>').Select(n => n.Trim()).Where(n => n.Length > 0)];
        for (var i = 0; i < Product.MostOptions; i++) group.OptionNames[i] ??= cells.TextOrNull(ImportField.Option1Name + (2 * i));
        var alt = cells[ImportField.PictureAlt];
        foreach (var url in cells[ImportField.Pictures].Split(Lists, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) AddPicture(group, url, alt, cells, ImportField.Pictures);
        if (cells[ImportField.VariantPicture] is { Length: > 0 } own) AddPicture(group, own, "", cells, ImportField.VariantPicture);
    }

    private void AddPicture(ImportGroup group, string url, string alt, Cells cells, ImportField field)
    {
        if (!PictureAddress.IsValid(url)) Warn(cells.Line, columns.NameOf(field), url, "picture.address_invalid");
        else if (!group.Pictures.Exists(p => p.SourceUrl == url)) group.Pictures.Add(new PictureDraft(url, alt));
    }

    private bool HasVariant(Cells cells) =>
        columns.Format == ImportFormat.Hilo || new[] { ImportField.Sku, ImportField.Price, ImportField.Option1Value, ImportField.Title }.Any(f => cells[f].Length > 0);

    private void ReadVariant(ImportGroup group, Cells cells)
    {
        var before = refusals;
        var sku = cells.TextOrNull(ImportField.Sku);
        if (sku is not null && !Sku.IsValid(sku)) cells.Refuse(ImportField.Sku, "sku.invalid");
        else if (sku is not null && !skuLines.TryAdd(sku, cells.Line)) cells.Refuse(ImportField.Sku, "sku.repeated", Text(skuLines[sku]));
        var gtin = GtinOf(cells);
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
            OptionValues = [.. Enumerable.Range(0, Product.MostOptions).Select(i => cells[ImportField.Option1Value + (2 * i)])],
            WeightGrams = weight is { } grams ? (long)Math.Round(grams, MidpointRounding.ToEven) : null,
            TaxCode = tax,
            Price = price,
            PictureUrl = cells.TextOrNull(ImportField.VariantPicture),
            Imported = cells.Unused() is { Count: > 0 } unused ? unused : null,
        }, stock));
    }

    private string? GtinOf(Cells cells)
    {
        if (!columns.Has(ImportField.Gtin)) return null;
        // Excel and Shopify protect long numbers with an apostrophe.
        var gtin = cells[ImportField.Gtin].TrimStart('\'').Replace(" ", "", StringComparison.Ordinal);
        if (gtin.Length == 0) return null;
        if (gtin.Contains("E+", StringComparison.OrdinalIgnoreCase)) cells.Refuse(ImportField.Gtin, "gtin.spoiled");
        else if (!Gtin.HasForm(gtin)) Warn(cells.Line, columns.NameOf(ImportField.Gtin), gtin, "gtin.other_code");
        else if (!Gtin.IsValid(gtin)) cells.Refuse(ImportField.Gtin, "gtin.check_digit", Text(Gtin.CheckDigit(gtin)));
        else if (!gtinLines.TryAdd(gtin, cells.Line)) cells.Refuse(ImportField.Gtin, "gtin.repeated", Text(gtinLines[gtin]));
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

    private string? DescriptionOf(Cells cells) =>
        cells.TextOrNull(ImportField.DescriptionHtml) is { } html ? HtmlText.ToPlain(html) : cells.TextOrNull(ImportField.Description);

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
    private void Finish(ImportGroup group)
    {
        var rows = group.Rows.ToList();
        var isPlain = rows.TrueForAll(r => r.Draft.OptionValues[0] is "" or NoOptions && r.Draft.OptionValues.Skip(1).All(v => v.Length == 0));
        var count = isPlain ? 0 : Enumerable.Range(0, Product.MostOptions).Count(i => group.OptionNames[i] is not null && rows.Exists(r => r.Draft.OptionValues[i].Length > 0));
        group.Rows.Clear();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var values = row.Draft.OptionValues.Take(count).ToList();
            // A row that names only a SKU says nothing of options: its variant keeps them.
            var namesNothing = row.Draft.Sku is not null && values.TrueForAll(v => v.Length == 0) && group.OptionNames.All(n => n is null);
            if (!namesNothing && !seen.TryAdd(string.Join('\n', values), row.Line))
                Refuse(row.Line, columns.NameOf(ImportField.Option1Value) ?? columns.NameOf(ImportField.Sku), string.Join(" · ", values), "variant.repeated", Text(seen[string.Join('\n', values)]));
            else group.Rows.Add(row with { Draft = row.Draft with { OptionValues = values } });
        }
        group.Draft = group.Draft with
        {
            Options = group.OptionNames.All(n => n is null) ? null : [.. group.OptionNames.Take(count).Select(n => new ProductOption(n!, []))],
            Pictures = group.Pictures.Count == 0 ? null : group.Pictures,
        };
    }

    private void Refuse(int line, string? column, string? value, string code, params string[] facts)
    {
        refusals++;
        problems.Add(new RowProblem(line, column, Short(value), code, false, facts));
    }

    private void Warn(int line, string? column, string? value, string code) => problems.Add(new RowProblem(line, column, Short(value), code, true));

    private static string? Short(string? value) => value is { Length: > 120 } ? value[..120] + "…" : value;

    private static string Text<T>(T value) where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Text(char value) => value.ToString();

    /// <summary>The cells of one row by their meaning.</summary>
    private sealed class Cells(RowReader reader, CsvRow row)
    {
        private readonly HashSet<ImportField> told = [];

        public int Line => row.Line;

        public string this[ImportField field] => reader.Columns.IndexOf(field) is >= 0 and var column ? At(column) : "";

        public string At(int column) => column < row.Cells.Count ? row.Cells[column].Trim() : "";

        public string? TextOrNull(ImportField field)
        {
            if (this[field] is not { Length: > 0 } text) return null;
            // Kept as text: a spreadsheet that opens an export must not run it (exports neutralise it).
            if (text[0] is '=' or '+' or '@' or '-' && told.Add(field)) reader.Warn(Line, reader.Columns.NameOf(field), text, "cell.formula");
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
                if (reader.Columns[i] == ImportField.Unused && At(i) is { Length: > 0 } text) kept.TryAdd(reader.Columns.Names[i], text);
            return kept;
        }
    }
}
