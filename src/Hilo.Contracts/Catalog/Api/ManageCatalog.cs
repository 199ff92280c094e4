using System.ComponentModel.DataAnnotations;

namespace Hilo;

public enum ProductStatus { Draft, Published, Archived }

public enum PictureState { Waiting, Stored, Failed }

public sealed record ProductRow(
    ProductId Id, string Handle, string Title, ProductStatus Status, int Variants, Money? PriceFrom, Money? PriceTo, Quantity Available, string? PictureUrl);

public sealed record ProductView(
    ProductId Id, int Version, string Handle, string Title, string Description, string? Brand, string? ProductType, ProductStatus Status,
    IReadOnlyList<ProductOption> Options, IReadOnlyList<VariantView> Variants, IReadOnlyList<PictureView> Pictures,
    IReadOnlyList<CategoryId> Categories, IReadOnlyList<string> Tags, IReadOnlyList<NamedText> Attributes);

public sealed record VariantView(
    VariantId Id, string Sku, string? Gtin, IReadOnlyList<string> OptionValues, long WeightGrams, TaxCode TaxCode, IReadOnlyList<PriceView> Prices);

public sealed record PriceView(PriceListId PriceListId, string PriceList, Money Price, Money? FormerPrice, Quantity MinQuantity, DateTimeOffset? From, DateTimeOffset? To);

public sealed record PictureView(PictureId Id, string SourceUrl, string? Url, string Alt, PictureState State, string? Error);

public sealed record SaveProductRequest(
    [property: Required, StringLength(255, MinimumLength = 1)] string Title,
    ProductStatus Status,
    [property: Required, MinLength(1), MaxLength(2048)] IReadOnlyList<SaveVariant> Variants,
    [property: StringLength(255)] string? Handle = null,
    [property: StringLength(20_000)] string? Description = null,
    [property: StringLength(120)] string? Brand = null,
    [property: StringLength(120)] string? ProductType = null,
    [property: MaxLength(3)] IReadOnlyList<ProductOption>? Options = null,
    [property: MaxLength(50)] IReadOnlyList<CategoryId>? Categories = null,
    [property: MaxLength(100)] IReadOnlyList<string>? Tags = null,
    [property: MaxLength(50)] IReadOnlyList<NamedText>? Attributes = null,
    [property: MaxLength(50)] IReadOnlyList<string>? PictureUrls = null);

/// <param name="Id">Null for a new variant.</param>
/// <param name="Sku">Generated once and kept when absent.</param>
/// <param name="Price">On the default price list.</param>
/// <param name="PictureUrl">One of the product's <c>PictureUrls</c>: what choosing the variant shows. Absent: the picture it has stays.</param>
public sealed record SaveVariant(
    VariantId? Id = null,
    [property: StringLength(64)] string? Sku = null,
    [property: StringLength(14)] string? Gtin = null,
    IReadOnlyList<string>? OptionValues = null,
    [property: Range(0, 1_000_000_000)] long WeightGrams = 0,
    TaxCode? TaxCode = null,
    Money? Price = null,
    Money? FormerPrice = null,
    [property: StringLength(2000)] string? PictureUrl = null);

public sealed record CategoryView(CategoryId Id, string Handle, string Name, CategoryId? ParentId, int Products, int Version = 0);

public sealed record SaveCategoryRequest([property: Required, StringLength(120, MinimumLength = 1)] string Name, [property: StringLength(120)] string? Handle = null, CategoryId? ParentId = null);

public sealed record PriceListView(PriceListId Id, string Name, Currency Currency, SalesChannelId? SalesChannelId, bool IsDefault);

public sealed record SavePriceListRequest([property: Required, StringLength(120)] string Name, Currency Currency, SalesChannelId? SalesChannelId = null);

/// <param name="Regular">Of one unit, on the list that was asked for; null where it is silent.</param>
/// <param name="Temporary">What lies on top of it now.</param>
/// <param name="Otherwise">What the default list says, which is charged where this one is silent; null on the default list itself and between currencies.</param>
public sealed record ListedPrice(ProductId ProductId, VariantId VariantId, string Sku, string Title, string VariantTitle, PriceView? Regular, PriceView? Temporary, Money? Otherwise);

public sealed record SetPricesRequest([property: Required, MinLength(1), MaxLength(1000)] IReadOnlyList<SetPrice> Prices);

/// <param name="Price">Null ends the price now; then there is no <paramref name="From"/> and no <paramref name="To"/>.</param>
/// <param name="From">From now when absent.</param>
public sealed record SetPrice(
    VariantId VariantId, Money? Price = null, Money? FormerPrice = null, Quantity? MinQuantity = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

public enum ImportState { Queued, Running, Finished, Failed, Canceled }

public enum ImportFormat { Hilo, Shopify }

/// <summary>Outcome per row: rows that were refused are listed, good rows went in.</summary>
/// <param name="IsDryRun">What would have happened: nothing was changed.</param>
/// <param name="SecondsLeft">Probably, from the rows so far; null before the first.</param>
/// <param name="ProblemsTold">Also those that are not in <paramref name="Problems"/>.</param>
/// <param name="CanStart">A dry run that is over and whose file is still here: it can be brought in as it was tried.</param>
public sealed record ImportView(
    ImportId Id, string FileName, ImportFormat? Format, ImportState State, int RowsRead, int? RowsTotal,
    int ProductsCreated, int ProductsUpdated, int VariantsCreated, int VariantsUpdated, int VariantsUnchanged, int RowsRejected,
    int PicturesWaiting, int PicturesStored, int PicturesFailed,
    IReadOnlyList<ImportProblem> Problems, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string? Error,
    bool IsDryRun = false, int? SecondsLeft = null, int ProblemsTold = 0, bool CanStart = false);

/// <summary>Where an import stands, without its rows.</summary>
public sealed record ImportProgress(
    ImportId Id, ImportState State, bool IsDryRun, int RowsRead, int? RowsTotal,
    int ProductsCreated, int ProductsUpdated, int VariantsCreated, int VariantsUpdated, int VariantsUnchanged, int RowsRejected, int? SecondsLeft);

/// <param name="Line">Line of the file, the header is 1.</param>
/// <param name="IsWarning">True: the row went in all the same.</param>
public sealed record ImportProblem(int Line, string? Column, string? Value, string Code, string Reason, bool IsWarning);

/// <summary>Terms that mean the same to this shop's people: whoever searches one finds all of them.</summary>
public sealed record SynonymView(SynonymId Id, int Version, IReadOnlyList<string> Terms);

/// <param name="Terms">Each of one or more words.</param>
public sealed record SaveSynonymRequest([property: Required, MinLength(2), MaxLength(30)] IReadOnlyList<string> Terms);
