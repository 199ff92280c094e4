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

public readonly record struct StockMovementId(Guid Value) : IId<StockMovementId>
{
    public static StockMovementId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out StockMovementId id) => IId<StockMovementId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct ReservationId(Guid Value) : IId<ReservationId>
{
    public static ReservationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out ReservationId id) => IId<ReservationId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct AllocationId(Guid Value) : IId<AllocationId>
{
    public static AllocationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out AllocationId id) => IId<AllocationId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}
