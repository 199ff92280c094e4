namespace Hilo;

public readonly record struct MailId(Guid Value) : IId<MailId>
{
    public static MailId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? _, out MailId id) => IId<MailId>.TryParse(text, out id);

    public override string ToString() => Value.ToString("D");
}
