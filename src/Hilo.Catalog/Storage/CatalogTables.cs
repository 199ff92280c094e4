namespace Hilo.Catalog;

/// <summary>The columns of the tables that are written in bulk, each named once.</summary>
internal static class CatalogTables
{
    public static readonly Table<Product> Products = new("catalog_products",
        new("id", "uuid", p => p.Id),
        new("handle", "text", p => p.Handle),
        new("title", "text", p => p.Title),
        new("description", "text", p => p.Description),
        new("brand", "text", p => p.Brand),
        new("product_type", "text", p => p.ProductType),
        new("status", "text", p => Platform.Words.Of(p.Status)),
        new("options", "text", p => CatalogJson.Write(p.Options)),
        new("tags", "text", p => CatalogJson.Write(p.Tags)),
        new("attributes", "text", p => CatalogJson.Write(p.Attributes)),
        new("search_text", "text", p => p.SearchText),
        new("version", "integer", p => p.Version),
        new("created_at", "bigint", p => p.CreatedAt),
        new("changed_at", "bigint", p => p.ChangedAt));

    public static readonly Table<Variant> Variants = new("catalog_variants",
        new("id", "uuid", v => v.Id),
        new("product_id", "uuid", v => v.ProductId),
        new("rank", "integer", v => v.Rank),
        new("sku", "text", v => v.Sku),
        new("gtin", "text", v => v.Gtin),
        new("option_values", "text", v => CatalogJson.Write(v.OptionValues)),
        new("weight_grams", "bigint", v => v.WeightGrams),
        new("tax_code", "integer", v => (int)v.TaxCode),
        new("picture_id", "uuid", v => v.PictureId),
        new("imported", "text", v => v.Imported),
        new("retired_at", "bigint", v => v.RetiredAt));

    /// <summary>Takes codes and options away for a moment, so that two variants may swap them.</summary>
    public static readonly Table<Variant> FreedVariants = new("catalog_variants",
        new("id", "uuid", v => v.Id),
        new("sku", "text", v => $"~{v.Id}"),
        new("gtin", "text", _ => null),
        new("option_values", "text", v => v.Id.ToString()));

    public static readonly Table<Picture> Pictures = new("catalog_pictures",
        new("id", "uuid", p => p.Id),
        new("product_id", "uuid", p => p.ProductId),
        new("rank", "integer", p => p.Rank),
        new("source_url", "text", p => p.SourceUrl),
        new("alt", "text", p => p.Alt),
        new("state", "text", p => Platform.Words.Of(p.State)),
        new("renditions", "text", p => CatalogJson.Write(p.Renditions)),
        new("attempts", "integer", p => p.Attempts),
        new("due_at", "bigint", p => p.DueAt),
        new("error", "text", p => p.Error));

    public static readonly Table<ProductCategory> ProductCategories = new("catalog_product_categories",
        new("product_id", "uuid", l => l.ProductId),
        new("category_id", "uuid", l => l.CategoryId));

    public static readonly Table<Category> Categories = new("catalog_categories",
        new("id", "uuid", c => c.Id),
        new("handle", "text", c => c.Handle),
        new("name", "text", c => c.Name),
        new("parent_id", "uuid", c => c.ParentId),
        new("version", "integer", c => c.Version));

    public static readonly Table<PriceList> PriceLists = new("catalog_price_lists",
        new("id", "uuid", l => l.Id),
        new("name", "text", l => l.Name),
        new("currency", "text", l => l.Currency.Code),
        new("is_default", "boolean", l => l.IsDefault),
        new("sales_channel_id", "uuid", l => l.SalesChannelId),
        new("location_group_id", "uuid", l => l.LocationGroupId),
        new("customer_group_id", "uuid", l => l.CustomerGroupId),
        new("created_at", "bigint", l => l.CreatedAt));

    public static readonly Table<Synonym> Synonyms = new("catalog_synonyms",
        new("id", "uuid", s => s.Id),
        new("terms", "text", s => CatalogJson.Write(s.Terms)),
        new("version", "integer", s => s.Version));

    public static readonly Table<Price> Prices = new("catalog_prices",
        new("id", "uuid", p => p.Id),
        new("price_list_id", "uuid", p => p.PriceListId),
        new("variant_id", "uuid", p => p.VariantId),
        new("min_quantity", "bigint", p => p.MinQuantity),
        new("is_temporary", "boolean", p => p.IsTemporary),
        new("amount_minor", "bigint", p => p.AmountMinor),
        new("former_minor", "bigint", p => p.FormerMinor),
        new("valid_from", "bigint", p => p.ValidFrom),
        new("valid_to", "bigint", p => p.ValidTo),
        new("set_at", "bigint", p => p.SetAt));

    public static readonly Table<Import> Imports = new("catalog_imports",
        new("id", "uuid", i => i.Id),
        new("file_name", "text", i => i.FileName),
        new("format", "text", i => i.Format is { } format ? Platform.Words.Of(format) : null),
        new("state", "text", i => Platform.Words.Of(i.State)),
        new("location_id", "uuid", i => i.LocationId),
        new("overwrites_stock", "boolean", i => i.OverwritesStock),
        new("decimals", "text", i => Platform.Words.Of(i.Decimals)),
        new("mark", "text", i => Platform.Words.Of(i.Mark)),
        new("column_names", "text", i => CatalogJson.Write(i.ColumnNames)),
        new("is_dry_run", "boolean", i => i.IsDryRun),
        new("part", "integer", i => i.Part),
        new("problems_told", "integer", i => i.ProblemsTold),
        new("told_of_stock", "boolean", i => i.ToldOfStock),
        new("rows_read", "integer", i => i.RowsRead),
        new("rows_total", "integer", i => i.RowsTotal),
        new("groups_done", "integer", i => i.GroupsDone),
        new("products_created", "integer", i => i.ProductsCreated),
        new("products_updated", "integer", i => i.ProductsUpdated),
        new("variants_created", "integer", i => i.VariantsCreated),
        new("variants_updated", "integer", i => i.VariantsUpdated),
        new("variants_unchanged", "integer", i => i.VariantsUnchanged),
        new("rows_rejected", "integer", i => i.RowsRejected),
        new("started_at", "bigint", i => i.StartedAt),
        new("finished_at", "bigint", i => i.FinishedAt),
        new("error", "text", i => i.Error),
        new("runner", "uuid", i => i.Runner),
        new("runner_until", "bigint", i => i.RunnerUntil));

    public static readonly Table<ImportProblemRow> ImportProblems = new("catalog_import_problems",
        new("import_id", "uuid", p => p.ImportId),
        new("number", "integer", p => p.Number),
        new("line", "integer", p => p.Line),
        new("column_name", "text", p => p.ColumnName),
        new("value", "text", p => p.Value),
        new("code", "text", p => p.Code),
        new("facts", "text", p => p.Facts),
        new("is_warning", "boolean", p => p.IsWarning));

    public static readonly Table<(ImportId Import, PictureId Picture)> ImportPictures = new("catalog_import_pictures",
        new("import_id", "uuid", p => p.Import),
        new("picture_id", "uuid", p => p.Picture));
}
