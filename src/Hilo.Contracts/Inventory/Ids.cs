namespace Hilo;

public readonly record struct LocationId(Guid Value) : IId<LocationId>
{
    public static LocationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out LocationId id) => IId<LocationId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct LocationGroupId(Guid Value) : IId<LocationGroupId>
{
    public static LocationGroupId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out LocationGroupId id) => IId<LocationGroupId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}
