using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hilo;

/// <summary>An ISO 4217 currency. The exponent is the number of decimals of its minor unit.</summary>
[JsonConverter(typeof(CurrencyJsonConverter))]
public readonly record struct Currency
{
    public static readonly Currency Ars = new("ARS", 2);
    public static readonly Currency Usd = new("USD", 2);
    public static readonly Currency Eur = new("EUR", 2);
    public static readonly Currency Clp = new("CLP", 0);
    public static readonly Currency Uyu = new("UYU", 2);
    public static readonly Currency Pyg = new("PYG", 0);
    public static readonly Currency Brl = new("BRL", 2);

    private static readonly Dictionary<string, Currency> Known =
        new[] { Ars, Usd, Eur, Clp, Uyu, Pyg, Brl }.ToDictionary(c => c.Code, StringComparer.Ordinal);

    private Currency(string code, int exponent) => (Code, Exponent) = (code, exponent);

    public string Code { get; }

    public int Exponent { get; }

    /// <summary>Minor units in one major unit: 100 for two decimals.</summary>
    public long Scale => Exponent == 0 ? 1 : 100;

    public static bool TryParse(string? code, out Currency currency) => Known.TryGetValue(code ?? "", out currency);

    public static Currency Parse(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException($"'{code}' is not a currency that Hilo knows.");

    public override string ToString() => Code;
}

/// <summary>An exact amount in minor units, so that sums never drift and order alike on every database.</summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    public static Money Zero(Currency currency) => new(0, currency);

    public static Money Ars(decimal amount) => Of(amount, Currency.Ars);

    /// <summary>Exact conversion of a decimal amount; more decimals than the currency has throw <see cref="FormatException"/>.</summary>
    public static Money Of(decimal amount, Currency currency)
    {
        var minor = amount * currency.Scale;
        return decimal.IsInteger(minor) && minor is >= long.MinValue and <= long.MaxValue
            ? new Money((long)minor, currency)
            : throw new FormatException($"{amount.ToString(CultureInfo.InvariantCulture)} has more decimals or digits than {currency} can hold.");
    }

    /// <summary>The amount in major units.</summary>
    public decimal Amount => (decimal)Minor / Currency.Scale;

    public bool IsZero => Minor == 0;

    public bool IsNegative => Minor < 0;

    public bool IsPositive => Minor > 0;

    public static Money operator +(Money a, Money b) => new(checked(a.Minor + Same(a, b).Minor), a.Currency);

    public static Money operator -(Money a, Money b) => new(checked(a.Minor - Same(a, b).Minor), a.Currency);

    public static Money operator -(Money a) => new(checked(-a.Minor), a.Currency);

    public static bool operator <(Money a, Money b) => a.Minor < Same(a, b).Minor;

    public static bool operator >(Money a, Money b) => a.Minor > Same(a, b).Minor;

    public static bool operator <=(Money a, Money b) => a.Minor <= Same(a, b).Minor;

    public static bool operator >=(Money a, Money b) => a.Minor >= Same(a, b).Minor;

    /// <summary>Price times quantity, rounded half-even to the minor unit: the agency's own rounding (specs: arca 9.3).</summary>
    public Money Times(Quantity quantity) => new(RoundHalfEven((Int128)Minor * quantity.Thousandths, Quantity.One.Thousandths), Currency);

    /// <summary>Shares by weight with the largest-remainder method: the parts always add up to the whole.</summary>
    /// <param name="weights">Not negative. When all are zero the whole goes to the first part.</param>
    public Money[] Split(IReadOnlyList<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfZero(weights.Count);
        Int128 total = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight);
            total += weight;
        }
        var parts = new Money[weights.Count];
        if (total == 0)
        {
            Array.Fill(parts, Zero(Currency));
            parts[0] = this;
            return parts;
        }
        var sign = Math.Sign(Minor);
        var whole = Int128.Abs(Minor);
        var remainders = new (Int128 Remainder, int Index)[weights.Count];
        Int128 given = 0;
        for (var i = 0; i < weights.Count; i++)
        {
            var (share, remainder) = Int128.DivRem(whole * weights[i], total);
            parts[i] = new Money((long)share * sign, Currency);
            remainders[i] = (remainder, i);
            given += share;
        }
        // Equal remainders go to the earlier part, so that the same input always gives the same parts.
        Array.Sort(remainders, (a, b) => a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Index.CompareTo(b.Index));
        for (var i = 0; i < (int)(whole - given); i++)
        {
            var index = remainders[i].Index;
            parts[index] = new Money(parts[index].Minor + sign, Currency);
        }
        return parts;
    }

    /// <summary>Equal parts: 10.00 in three is 3.34, 3.33 and 3.33, no cent is lost.</summary>
    public Money[] Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parts);
        return Split([.. Enumerable.Repeat(1L, parts)]);
    }

    /// <summary>Divides and rounds half-even; the only division of money in the house.</summary>
    public static long RoundHalfEven(Int128 numerator, Int128 denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(denominator, Int128.Zero);
        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        var twice = Int128.Abs(remainder) * 2;
        if (twice > denominator || (twice == denominator && Int128.IsOddInteger(quotient))) quotient += Int128.Sign(numerator);
        return checked((long)quotient);
    }

    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    /// <summary>The exact amount with the currency's decimals: <c>1234.50 ARS</c>. For logs and files, not for screens.</summary>
    public override string ToString() => $"{AmountText()} {Currency.Code}";

    public string AmountText() => Amount.ToString(Currency.Exponent == 0 ? "0" : "0.00", CultureInfo.InvariantCulture);

    private static Money Same(Money a, Money b) =>
        a.Currency == b.Currency ? b : throw new InvalidOperationException($"{a.Currency} and {b.Currency} cannot be added or compared.");
}

internal sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Currency.TryParse(reader.GetString(), out var currency)
            ? currency
            : throw new JsonException("A currency is a known ISO 4217 code such as \"ARS\".");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

internal sealed class MoneyJsonConverter : JsonConverter<Money>
{
    private const string Form = "Money is written {\"amount\": \"1234.50\", \"currency\": \"ARS\"}.";

    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException(Form);
        string? amount = null, code = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.TokenType != JsonTokenType.PropertyName) throw new JsonException(Form);
            var name = reader.GetString();
            reader.Read();
            if (reader.TokenType != JsonTokenType.String) throw new JsonException(Form);
            if (name == "amount") amount = reader.GetString();
            else if (name == "currency") code = reader.GetString();
            else throw new JsonException(Form);
        }
        if (!Currency.TryParse(code, out var currency)) throw new JsonException($"'{code}' is not a known currency. {Form}");
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(amount, style, CultureInfo.InvariantCulture, out var value)) throw new JsonException(Form);
        try
        {
            return Money.Of(value, currency);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new JsonException($"{amount} has more decimals or digits than {currency} can hold.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount"u8, value.AmountText());
        writer.WriteString("currency"u8, value.Currency.Code);
        writer.WriteEndObject();
    }
}
