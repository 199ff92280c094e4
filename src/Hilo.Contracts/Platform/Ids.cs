namespace Hilo;

public readonly record struct StaffId(Guid Value) : IId<StaffId>
{
    public static StaffId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out StaffId id) => IId<StaffId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct LegalEntityId(Guid Value) : IId<LegalEntityId>
{
    public static LegalEntityId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out LegalEntityId id) => IId<LegalEntityId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    public static SessionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out SessionId id) => IId<SessionId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct FileId(Guid Value) : IId<FileId>
{
    public static FileId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out FileId id) => IId<FileId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}

public readonly record struct EventId(Guid Value) : IId<EventId>
{
    public static EventId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out EventId id) => IId<EventId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}
