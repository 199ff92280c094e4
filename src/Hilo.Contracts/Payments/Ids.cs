namespace Hilo;

public readonly record struct SaleId(Guid Value) : IId<SaleId>
{
    public static SaleId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out SaleId id) => IId<SaleId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct PaymentId(Guid Value) : IId<PaymentId>
{
    public static PaymentId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out PaymentId id) => IId<PaymentId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct PaymentAttemptId(Guid Value) : IId<PaymentAttemptId>
{
    public static PaymentAttemptId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out PaymentAttemptId id) => IId<PaymentAttemptId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct RefundId(Guid Value) : IId<RefundId>
{
    public static RefundId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out RefundId id) => IId<RefundId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct RefundDueId(Guid Value) : IId<RefundDueId>
{
    public static RefundDueId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out RefundDueId id) => IId<RefundDueId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

/// <summary>One stored webhook delivery.</summary>
public readonly record struct ProviderEventId(Guid Value) : IId<ProviderEventId>
{
    public static ProviderEventId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out ProviderEventId id) => IId<ProviderEventId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}
