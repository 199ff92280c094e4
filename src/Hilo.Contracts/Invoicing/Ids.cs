namespace Hilo;

public readonly record struct FiscalDocumentId(Guid Value) : IId<FiscalDocumentId>
{
    public static FiscalDocumentId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out FiscalDocumentId id) => IId<FiscalDocumentId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct IssuerId(Guid Value) : IId<IssuerId>
{
    public static IssuerId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out IssuerId id) => IId<IssuerId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct FiscalPointId(Guid Value) : IId<FiscalPointId>
{
    public static FiscalPointId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out FiscalPointId id) => IId<FiscalPointId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}
