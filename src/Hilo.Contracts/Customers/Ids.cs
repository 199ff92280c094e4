namespace Hilo;

public readonly record struct CustomerId(Guid Value) : IId<CustomerId>
{
    public static CustomerId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out CustomerId id) => IId<CustomerId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct CustomerGroupId(Guid Value) : IId<CustomerGroupId>
{
    public static CustomerGroupId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out CustomerGroupId id) => IId<CustomerGroupId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct CustomerIdentityId(Guid Value) : IId<CustomerIdentityId>
{
    public static CustomerIdentityId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out CustomerIdentityId id) => IId<CustomerIdentityId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct ContactPointId(Guid Value) : IId<ContactPointId>
{
    public static ContactPointId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out ContactPointId id) => IId<ContactPointId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}
