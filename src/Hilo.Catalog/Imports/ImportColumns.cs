namespace Hilo.Catalog;

/// <summary>What a column of a file means.</summary>
internal enum ImportField
{
    Unused, Handle, Title, Description, DescriptionHtml, Brand, ProductType, Category, Tags, Status, Published,
    Option1Name, Option1Value, Option2Name, Option2Value, Option3Name, Option3Value,
    Sku, Gtin, WeightGrams, Price, FormerPrice, Currency, Tax, Taxable, Stock, Pictures, PictureAlt, VariantPicture, Attribute, Ignored,
}

/// <summary>Which format a header announces, and what each of its columns means.</summary>
internal sealed class ImportColumns
{
    private static readonly Dictionary<string, ImportField> Shopify = Fields(
        (ImportField.Handle, "handle urlhandle"), (ImportField.Title, "title"), (ImportField.DescriptionHtml, "bodyhtml description"), (ImportField.Brand, "vendor"),
        (ImportField.ProductType, "type"), (ImportField.Tags, "tags"), (ImportField.Status, "status"), (ImportField.Published, "published publishedononlinestore"),
        (ImportField.Option1Name, "option1name"), (ImportField.Option1Value, "option1value"), (ImportField.Option2Name, "option2name"), (ImportField.Option2Value, "option2value"),
        (ImportField.Option3Name, "option3name"), (ImportField.Option3Value, "option3value"), (ImportField.Sku, "variantsku sku"), (ImportField.Gtin, "variantbarcode barcode"),
        (ImportField.WeightGrams, "variantgrams weightvaluegrams"), (ImportField.Price, "variantprice price"), (ImportField.FormerPrice, "variantcompareatprice compareatprice"),
        (ImportField.Taxable, "varianttaxable chargetax"), (ImportField.Stock, "variantinventoryqty inventoryquantity"), (ImportField.Pictures, "imagesrc productimageurl"),
        (ImportField.PictureAlt, "imagealttext"), (ImportField.VariantPicture, "variantimage variantimageurl"), (ImportField.Ignored, "imageposition"));

    private static readonly Dictionary<string, ImportField> Hilo = Fields(
        (ImportField.Handle, "producto handle"), (ImportField.Title, "nombre titulo title"), (ImportField.Description, "descripcion description"), (ImportField.Brand, "marca brand"),
        (ImportField.ProductType, "tipo type"), (ImportField.Category, "categoria categorias category"), (ImportField.Tags, "etiquetas tags"), (ImportField.Status, "estado status"),
        (ImportField.Option1Name, "opcion1nombre option1name"), (ImportField.Option1Value, "opcion1valor option1value"), (ImportField.Option2Name, "opcion2nombre option2name"),
        (ImportField.Option2Value, "opcion2valor option2value"), (ImportField.Option3Name, "opcion3nombre option3name"), (ImportField.Option3Value, "opcion3valor option3value"),
        (ImportField.Sku, "sku"), (ImportField.Gtin, "codigodebarras gtin ean"), (ImportField.WeightGrams, "pesogramos weightgrams"), (ImportField.Price, "precio price"),
        (ImportField.FormerPrice, "precioanterior formerprice"), (ImportField.Currency, "moneda currency"), (ImportField.Tax, "iva tax"), (ImportField.Stock, "stock"),
        (ImportField.Pictures, "fotos foto pictures picture"), (ImportField.PictureAlt, "fotodescripcion picturealt"), (ImportField.VariantPicture, "fotovariante variantpicture"));

    private readonly ImportField[] fields;
    private readonly int[] columnOf;

    private ImportColumns(ImportFormat format, IReadOnlyList<string> names, ImportField[] fields)
    {
        (Format, Names, this.fields) = (format, names, fields);
        columnOf = [.. Enum.GetValues<ImportField>().Select(field => Array.IndexOf(fields, field))];
    }

    public ImportFormat Format { get; }

    public IReadOnlyList<string> Names { get; }

    public ImportField this[int column] => fields[column];

    /// <summary>Negative where no column means this.</summary>
    public int IndexOf(ImportField field) => columnOf[(int)field];

    public bool Has(ImportField field) => IndexOf(field) >= 0;

    /// <summary>The heading as the file writes it.</summary>
    public string? NameOf(ImportField field) => IndexOf(field) is >= 0 and var column ? Names[column] : null;

    public static Result<ImportColumns> Of(IReadOnlyList<string> header)
    {
        var names = header.Select(h => h.Trim()).ToList();
        var keys = names.Select(Fold.Key).ToHashSet(StringComparer.Ordinal);
        ImportFormat? format = null;
        // Handle and options are called alike in both: a price, a category or stock by Hilo's names makes it Hilo's, or they would be lost without a word.
        if (Any("urlhandle") || (Any("handle") && Any("variantprice", "variantsku", "option1value", "bodyhtml") && !Any("precio", "nombre", "price", "category", "stock"))) format = ImportFormat.Shopify;
        else if (Any("nombre", "precio") || (Any("title", "sku", "handle") && Any("price", "title") && !Any("regularprice")) || (Any("sku") && Any("stock") && names.Count <= 5)) format = ImportFormat.Hilo;
        if (format is not { } known) return ImportProblems.UnknownFormat(names);
        var meanings = known == ImportFormat.Shopify ? Shopify : Hilo;
        var seen = new HashSet<ImportField>();
        return new ImportColumns(known, names, [.. names.Select(name => Meaning(name, meanings, known) is var field && (field is ImportField.Attribute or ImportField.Unused || seen.Add(field)) ? field : ImportField.Unused)]);

        bool Any(params ReadOnlySpan<string> wanted)
        {
            foreach (var key in wanted)
                if (keys.Contains(key)) return true;
            return false;
        }
    }

    /// <summary>Which product a row is of: the handle made of what it says, and a key that is empty where it says nothing.</summary>
    public static (string Handle, string Key) ProductOf(string handle, string title, string sku)
    {
        var slug = Fold.Slug(handle.Length > 0 ? handle : title, Product.LongestHandle);
        return (slug, slug.Length > 0 ? slug : sku.Length > 0 ? $"sku {sku}" : handle.Length + title.Length > 0 ? $"name {handle} {title}" : "");
    }

    /// <summary>Shopify also writes rows that only name another picture.</summary>
    public bool HasVariant(Func<ImportField, string> cell) =>
        Format == ImportFormat.Hilo || cell(ImportField.Sku).Length + cell(ImportField.Price).Length + cell(ImportField.Option1Value).Length + cell(ImportField.Title).Length > 0;

    /// <summary><c>atributo: Composición</c> is the fact "Composición" of the product.</summary>
    public string AttributeOf(int column) => Names[column][(Names[column].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    /// <summary>An import in this format keeps the column as it comes.</summary>
    public static bool IsUnused(string name, ImportFormat format) => Meaning(name, format == ImportFormat.Shopify ? Shopify : Hilo, format) == ImportField.Unused;

    private static ImportField Meaning(string name, Dictionary<string, ImportField> meanings, ImportFormat format)
    {
        if (format == ImportFormat.Hilo && name.Split(':') is [var kind, { Length: > 0 }] && Fold.Key(kind) is "atributo" or "attribute") return ImportField.Attribute;
        return meanings.GetValueOrDefault(Fold.Key(name), ImportField.Unused);
    }

    private static Dictionary<string, ImportField> Fields(params (ImportField Field, string Keys)[] all) =>
        all.SelectMany(f => f.Keys.Split(' ').Select(key => (key, f.Field))).ToDictionary(f => f.key, f => f.Field, StringComparer.Ordinal);
}
