using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hilo;

/// <summary>An Argentine postal code: four digits (<c>1425</c>), the same with the letter of the province (<c>C1425</c>), or a whole CPA (<c>C1425DKA</c>).</summary>
[JsonConverter(typeof(PostalCodeJsonConverter))]
public sealed record PostalCode
{
    private PostalCode(int number, char? province, string? block) => (Number, Province, Block) = (number, province, block);

    /// <summary>1000 to 9999.</summary>
    public int Number { get; }

    /// <summary>ISO 3166-2:AR letter; null where only the digits are known.</summary>
    public char? Province { get; private init; }

    /// <summary>The three letters that name the side of the street; null unless the code is a whole CPA.</summary>
    public string? Block { get; }

    // I and O look like digits, and the agency that gives the letters left them out.
    private const string ProvinceLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static bool IsProvince(char letter) => ProvinceLetters.Contains(letter, StringComparison.Ordinal);

    /// <summary>Forgives spaces, hyphens and small letters, nothing else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PostalCode? code)
    {
        code = null;
        if (text is null || text.Length > 20) return false;
        var rest = text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        char? province = null;
        if (rest is [var letter, ..] && IsProvince(letter)) (province, rest) = (letter, rest[1..]);
        if (rest.Length is not (4 or 7) || !rest.AsSpan(0, 4).ContainsOnlyDigits() || rest[0] == '0') return false;
        var block = rest[4..];
        if (block.Length > 0 && (province is null || !block.All(char.IsAsciiLetterUpper))) return false;
        code = new PostalCode(int.Parse(rest.AsSpan(0, 4), CultureInfo.InvariantCulture), province, block.Length == 0 ? null : block);
        return true;
    }

    /// <summary>Adds the province that the rest of the address tells. The code's own letter, where it has one, stays.</summary>
    public PostalCode In(string? province) =>
        Province is null && province is [var letter] && IsProvince(letter) ? this with { Province = letter } : this;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Province}{Number:0000}{Block}");
}

file static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}

internal sealed class PostalCodeJsonConverter : JsonConverter<PostalCode>
{
    public override PostalCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PostalCode.TryParse(reader.GetString(), out var code)
            ? code
            : throw new JsonException("A postal code is four digits such as \"1425\" or a CPA such as \"C1425DKA\".");

    public override void Write(Utf8JsonWriter writer, PostalCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
