using System.Globalization;

namespace Hilo.Catalog;

/// <summary>The columns of an export and how a product fills them.</summary>
internal sealed class ExportSheet
{
    private readonly ExportColumn[] columns;
    private readonly bool hasPictureRows;

    private ExportSheet(char delimiter, bool hasPictureRows, IEnumerable<ExportColumn> columns) => (Delimiter, this.hasPictureRows, this.columns) = (delimiter, hasPictureRows, [.. columns]);

    public char Delimiter { get; }

    public IEnumerable<string> Header => columns.Select(c => c.Name);

    /// <param name="unused">Names that files brought; those that the format itself knows are left to it.</param>
    public static ExportSheet Of(ImportFormat format, IEnumerable<string> attributes, IEnumerable<string> unused)
    {
        var isShopify = format == ImportFormat.Shopify;
        var known = isShopify ? ShopifyColumns : [.. HiloColumns, .. attributes.Select(Attribute)];
        var more = unused.Where(name => ImportColumns.IsUnused(name, format)).Select(name => new ExportColumn(name, row => row.Variant is null ? "" : row.Unused.GetValueOrDefault(name, "")));
        return new ExportSheet(isShopify ? ',' : ';', isShopify, known.Concat(more));
    }

    public IEnumerable<IEnumerable<string>> RowsOf(ExportedProduct product)
    {
        var variants = product.Product.Sold.ToList();
        var pictures = product.Product.Pictures.OrderBy(p => p.Rank).ToList();
        var count = hasPictureRows ? Math.Max(variants.Count, pictures.Count) : variants.Count;
        for (var i = 0; i < count; i++)
        {
            var row = new ExportRow(product, i, i < variants.Count ? variants[i] : null, pictures);
            yield return columns.Select(c => c.Value(row));
        }
    }

    private static ExportColumn[] HiloColumns =>
    [
        new("sku", r => r.Variant!.Sku),
        new("producto", r => r.Product.Handle),
        OnFirst("nombre", r => r.Product.Title),
        OnFirst("descripcion", r => r.Product.Description),
        OnFirst("marca", r => r.Product.Brand),
        OnFirst("tipo", r => r.Product.ProductType),
        OnFirst("categoria", r => string.Join(" | ", r.Of.Paths.Select(path => string.Join(" > ", path)))),
        OnFirst("etiquetas", r => string.Join(", ", r.Product.Tags)),
        OnFirst("estado", r => r.Product.Status switch { ProductStatus.Published => "publicado", ProductStatus.Draft => "borrador", _ => "archivado" }),
        .. Enumerable.Range(0, Product.MostOptions).SelectMany(i => new[]
        {
            OnFirst($"opcion{i + 1}_nombre", r => r.OptionName(i)),
            new ExportColumn($"opcion{i + 1}_valor", r => r.OptionValue(i)),
        }),
        new("codigo_de_barras", r => r.Variant!.Gtin ?? ""),
        new("precio", r => Amount(r.Price?.AmountMinor, r.Of.Currency, ',')),
        new("precio_anterior", r => Amount(r.Price?.FormerMinor, r.Of.Currency, ',')),
        new("moneda", r => r.Price is null ? "" : r.Of.Currency.Code),
        new("iva", r => TaxOf(r.Variant!.TaxCode)),
        new("peso_gramos", r => Number(r.Variant!.WeightGrams)),
        OnFirst("fotos", r => string.Join(" | ", r.Pictures.Select(p => p.SourceUrl))),
        OnFirst("foto_descripcion", r => r.Pictures.All(p => p.Alt.Length == 0) ? "" : string.Join(" | ", r.Pictures.Select(p => p.Alt.Replace('|', '/')))),
        new("foto_variante", r => r.OwnPicture),
    ];

    private static ExportColumn[] ShopifyColumns =>
    [
        new("Handle", r => r.Product.Handle),
        OnFirst("Title", r => r.Product.Title),
        OnFirst("Body (HTML)", r => HtmlText.OfPlain(r.Product.Description)),
        OnFirst("Vendor", r => r.Product.Brand),
        OnFirst("Type", r => r.Product.ProductType),
        OnFirst("Tags", r => string.Join(", ", r.Product.Tags)),
        OnFirst("Published", r => r.Product.Status == ProductStatus.Published ? "true" : "false"),
        .. Enumerable.Range(0, Product.MostOptions).SelectMany(i => new[]
        {
            OnFirst($"Option{i + 1} Name", r => i == 0 && r.Product.Options.Count == 0 ? "Title" : r.OptionName(i)),
            OfVariant($"Option{i + 1} Value", r => i == 0 && r.Product.Options.Count == 0 ? "Default Title" : r.OptionValue(i)),
        }),
        OfVariant("Variant SKU", r => r.Variant!.Sku),
        OfVariant("Variant Grams", r => Number(r.Variant!.WeightGrams)),
        OfVariant("Variant Price", r => Amount(r.Price?.AmountMinor, r.Of.Currency, '.')),
        OfVariant("Variant Compare At Price", r => Amount(r.Price?.FormerMinor, r.Of.Currency, '.')),
        OfVariant("Variant Taxable", r => r.Variant!.TaxCode == TaxCode.Exempt ? "false" : "true"),
        OfVariant("Variant Barcode", r => r.Variant!.Gtin ?? ""),
        new("Image Src", r => r.Picture?.SourceUrl ?? ""),
        new("Image Position", r => r.Picture is null ? "" : Number(r.Index + 1)),
        new("Image Alt Text", r => r.Picture?.Alt ?? ""),
        OfVariant("Variant Image", r => r.OwnPicture),
        OnFirst("Status", r => r.Product.Status switch { ProductStatus.Published => "active", ProductStatus.Draft => "draft", _ => "archived" }),
    ];

    private static ExportColumn Attribute(string name) => OnFirst($"atributo: {name}", r => r.Product.Attributes.FirstOrDefault(a => a.Name == name)?.Text);

    /// <summary>Said once per product; an import reads it from the first row that has it.</summary>
    private static ExportColumn OnFirst(string name, Func<ExportRow, string?> value) => new(name, row => row.Index == 0 ? value(row) ?? "" : "");

    private static ExportColumn OfVariant(string name, Func<ExportRow, string> value) => new(name, row => row.Variant is null ? "" : value(row));

    private static string Amount(long? minor, Currency currency, char mark)
    {
        if (minor is not { } amount) return "";
        var (whole, rest) = Math.DivRem(amount, currency.Scale);
        return currency.Scale == 1 ? Number(whole) : $"{Number(whole)}{mark}{rest.ToString(CultureInfo.InvariantCulture).PadLeft(currency.Scale.ToString(CultureInfo.InvariantCulture).Length - 1, '0')}";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string TaxOf(TaxCode code) => code switch
    {
        TaxCode.Exempt => "exento",
        TaxCode.Untaxed => "no gravado",
        TaxCode.Vat0 => "0",
        TaxCode.Vat2_5 => "2,5",
        TaxCode.Vat5 => "5",
        TaxCode.Vat10_5 => "10,5",
        TaxCode.Vat27 => "27",
        _ => "21",
    };

    private sealed record ExportColumn(string Name, Func<ExportRow, string> Value);

    /// <param name="Variant">Null on rows that only name another picture.</param>
    private sealed record ExportRow(ExportedProduct Of, int Index, Variant? Variant, List<Picture> Pictures)
    {
        public Product Product => Of.Product;

        public Price? Price => Variant is null ? null : Of.Prices[Variant.Id];

        public Picture? Picture => Index < Pictures.Count ? Pictures[Index] : null;

        public string OwnPicture => Variant?.PictureId is { } own ? Pictures.Find(p => p.Id == own)?.SourceUrl ?? "" : "";

        public IReadOnlyDictionary<string, string> Unused { get; } = Variant?.Imported is { } json ? CatalogJson.Read<Dictionary<string, string>>(json) : new Dictionary<string, string>();

        public string? OptionName(int i) => i < Product.Options.Count ? Product.Options[i].Name : null;

        public string OptionValue(int i) => i < Variant!.OptionValues.Count ? Variant.OptionValues[i] : "";
    }
}
