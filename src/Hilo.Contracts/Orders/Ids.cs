namespace Hilo;

public readonly record struct SalesChannelId(Guid Value) : IId<SalesChannelId>
{
    public static SalesChannelId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out SalesChannelId id) => IId<SalesChannelId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct CartId(Guid Value) : IId<CartId>
{
    public static CartId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out CartId id) => IId<CartId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct OrderId(Guid Value) : IId<OrderId>
{
    public static OrderId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out OrderId id) => IId<OrderId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct OrderLineId(Guid Value) : IId<OrderLineId>
{
    public static OrderLineId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out OrderLineId id) => IId<OrderLineId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct FulfillmentOrderId(Guid Value) : IId<FulfillmentOrderId>
{
    public static FulfillmentOrderId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out FulfillmentOrderId id) => IId<FulfillmentOrderId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct SourcingDecisionId(Guid Value) : IId<SourcingDecisionId>
{
    public static SourcingDecisionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out SourcingDecisionId id) => IId<SourcingDecisionId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct PickupPassId(Guid Value) : IId<PickupPassId>
{
    public static PickupPassId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out PickupPassId id) => IId<PickupPassId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct RevocationId(Guid Value) : IId<RevocationId>
{
    public static RevocationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out RevocationId id) => IId<RevocationId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}
