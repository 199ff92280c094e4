namespace Hilo;

public readonly record struct ProductId(Guid Value) : IId<ProductId>
{
    public static ProductId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out ProductId id) => IId<ProductId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct VariantId(Guid Value) : IId<VariantId>
{
    public static VariantId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out VariantId id) => IId<VariantId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct CategoryId(Guid Value) : IId<CategoryId>
{
    public static CategoryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out CategoryId id) => IId<CategoryId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct PriceListId(Guid Value) : IId<PriceListId>
{
    public static PriceListId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out PriceListId id) => IId<PriceListId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct PriceId(Guid Value) : IId<PriceId>
{
    public static PriceId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out PriceId id) => IId<PriceId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct PictureId(Guid Value) : IId<PictureId>
{
    public static PictureId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out PictureId id) => IId<PictureId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct ImportId(Guid Value) : IId<ImportId>
{
    public static ImportId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out ImportId id) => IId<ImportId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct SynonymId(Guid Value) : IId<SynonymId>
{
    public static SynonymId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out SynonymId id) => IId<SynonymId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}
