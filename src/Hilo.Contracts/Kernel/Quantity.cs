using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hilo;

/// <summary>How much of a thing, in thousandths of its unit, since weighed and measured goods exist. In JSON a number with at most three decimals.</summary>
[JsonConverter(typeof(QuantityJsonConverter))]
public readonly record struct Quantity(long Thousandths) : IComparable<Quantity>
{
    public static readonly Quantity Zero;
    public static readonly Quantity One = new(1000);

    public static Quantity Units(int units) => new(units * 1000L);

    public bool IsWhole => Thousandths % 1000 == 0;

    public bool IsZero => Thousandths == 0;

    public bool IsPositive => Thousandths > 0;

    public bool IsNegative => Thousandths < 0;

    public decimal Amount => Thousandths / 1000m;

    public static Quantity operator +(Quantity a, Quantity b) => new(checked(a.Thousandths + b.Thousandths));

    public static Quantity operator -(Quantity a, Quantity b) => new(checked(a.Thousandths - b.Thousandths));

    public static Quantity operator -(Quantity a) => new(checked(-a.Thousandths));

    public static bool operator <(Quantity a, Quantity b) => a.Thousandths < b.Thousandths;

    public static bool operator >(Quantity a, Quantity b) => a.Thousandths > b.Thousandths;

    public static bool operator <=(Quantity a, Quantity b) => a.Thousandths <= b.Thousandths;

    public static bool operator >=(Quantity a, Quantity b) => a.Thousandths >= b.Thousandths;

    public static Quantity Min(Quantity a, Quantity b) => a < b ? a : b;

    public static Quantity Max(Quantity a, Quantity b) => a > b ? a : b;

    public static bool TryFrom(decimal amount, out Quantity quantity)
    {
        quantity = default;
        if (amount is < -9_000_000_000_000m or > 9_000_000_000_000m || !decimal.IsInteger(amount * 1000)) return false;
        quantity = new Quantity((long)(amount * 1000));
        return true;
    }

    public int CompareTo(Quantity other) => Thousandths.CompareTo(other.Thousandths);

    /// <summary>Without trailing zeros: <c>2</c> or <c>0.75</c>.</summary>
    public override string ToString() => Amount.ToString("0.###", CultureInfo.InvariantCulture);
}

internal sealed class QuantityJsonConverter : JsonConverter<Quantity>
{
    public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var amount) && Quantity.TryFrom(amount, out var quantity)
            ? quantity
            : throw new JsonException("A quantity is a number with at most three decimals.");

    public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
}
