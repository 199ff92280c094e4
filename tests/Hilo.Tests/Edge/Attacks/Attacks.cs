using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hilo.Tests.Edge;

/// <summary>Everything that hostile or broken callers send to one operation, made from its description.</summary>
/// <param name="ids">Ids of the shop by the path before them, such as <c>/api/v1/orders</c>.</param>
/// <param name="isThorough">Every kind of attack on every place; otherwise the dice choose some for each.</param>
internal sealed partial class Attacks(Shapes shapes, IReadOnlyDictionary<string, string> known, IReadOnlyDictionary<string, string> ids, Random chance, bool isThorough)
{
    private const string Here = "@@here@@";
    private const int Megabyte = 1024 * 1024;

    private static readonly string[] WrongIds =
    [
        "42", "-1", "99999999999999999999", "none", "00000000-0000-0000-0000-000000000000", "%FF%FE%C3%28", "%27%3B%20drop%20table%20events%3B--", "..%2F..%2Fetc%2Fpasswd", "%F0%9F%92%A9%E2%80%AE", "%0d%0aX-Forged:%201",
        new('x', 4_000),
    ];

    private static readonly string[] WrongQueries =
    [
        "", "42", "-1", "99999999999999999999", "1e400", "none", "rocket", "%00", "%C3%28%FF", "%27%20or%201=1--", "%25%5F%5C", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00%2B14:00", "%F0%9F%92%A9%20%E2%80%AE%07", new('x', 6_000),
    ];

    private static readonly string[] ForgedKeys =
    [
        "null", "[]", "{}", "-1", "\"x\"", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "[null,null]", "[\"x\",\"y\"]", "[1,2]", "[-1,\"\\u0000\"]", "[9223372036854775807,\"00000000-0000-0000-0000-000000000000\"]",
        "[-9223372036854775808,\"x\"]", "[2147483647,\"ffffffff-ffff-ffff-ffff-ffffffffffff\"]", "[\"\\ud800\",\"\\u0000\"]", "{\"At\":9223372036854775807,\"Location\":null,\"Number\":-1}", "[[[[[[",
    ];

    private static readonly string[] Files =
    [
        "", "\n\n\n", "a;b;c\n1;2", "sku,location,on_hand\nNONE,NOWHERE,-1e30\n=1+1,@x,NaN\n", "Handle,Title\n\"never closed", "Handle,Title,Variant Price\nx,y,99999999999999999999999\nx,y,-1\n",
        "handle,title,sku,price\n\u0000,\u0000,\u0000,\u0000\n", string.Join(',', Enumerable.Range(0, 3_000).Select(i => $"c{i}")) + "\n1\n", $"sku,location,on_hand\n{new string('x', 200_000)},y,1\n",
    ];

    private static readonly (string Name, string? Value)[] WrongHeaders =
    [
        .. new[] { null, "", new('k', 201), "clave con espacio", "ñandú", "a\tb" }.Select(v => ("Idempotency-Key", v)),
        .. new[] { null, "", "garbage", "W/\"1\"", "\"999999999999999999999\"", "\"-1\"", "\"1\", \"2\"", new('"', 3_000) }.Select(v => ("If-Match", v)),
        .. new[] { "__Host-hilo-staff=%00; hilo-staff=x", "hilo-shopper=" + new string('A', 3_000), "=;;;=", "hilo-staff=\"" }.Select(v => ("Cookie", (string?)v)),
        .. new[] { "Bearer", "Bearer " + new string('x', 3_000), "Basic eDp5", "Bearer ñ" }.Select(v => ("Authorization", (string?)v)),
        .. new[] { null, "", "wrong", new('x', 5_000), "ñ" }.Select(v => ("Cart-Token", v)),
        ("Accept", "application/xml;q=banana"), ("Accept", "text/csv"), ("Accept-Language", "xx-YY-zz;q=9, ,,es--AR"), ("traceparent", "00-zz-zz-zz"), ("Range", "bytes=-1-"),
        ("If-None-Match", "W/\"\"\""), ("X-Forwarded-For", "999.1.1.1"), ("Expect", "100-continue"),
    ];

    private static readonly string[] WrongTypes =
    [
        "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "application/xml", "application/json; charset=utf-16", "application/json; charset=nonsense", "json",
    ];

    private int sent;

    /// <summary>What an honest caller sends: with everything, and with what is required only.</summary>
    public IEnumerable<Attack> Honest(ApiOperation to)
    {
        if (to.ReadsJson)
        {
            yield return Ask(to, "an honest lean call", shapes.Right(to.Body!.Value, "", isFull: false)?.ToJsonString());
            yield return Ask(to, "an honest full call", shapes.Right(to.Body!.Value, "", isFull: true)?.ToJsonString());
        }
        else yield return Ask(to, "an honest call", to.ContentType is null ? null : "sku,location,on_hand\n");
    }

    public IEnumerable<Attack> Against(ApiOperation to) => [.. OnTheAddress(to), .. OnTheHeaders(to), .. to.ContentType is null ? [] : to.ReadsJson ? [.. OnTheBody(to), .. OnTheFields(to)] : OnTheFile(to)];

    private IEnumerable<Attack> OnTheAddress(ApiOperation to)
    {
        var body = to.ReadsJson ? shapes.Right(to.Body!.Value, "", isFull: false)?.ToJsonString() : to.ContentType is null ? null : "x";
        foreach (var parameter in to.Parameters)
        {
            if (parameter.In == "path")
                foreach (var wrong in Some([.. WrongIds, IId<EventId>.New().ToString()], 3)) yield return Ask(to, $"{parameter.Name} is {Short(wrong)}", body, path: (parameter.Name, wrong));
            if (parameter.In != "query") continue;
            foreach (var wrong in Some(WrongQueries, 3)) yield return Ask(to, $"{parameter.Name} is {Short(wrong)}", body, query: $"{parameter.Name}={wrong}");
            yield return Ask(to, $"{parameter.Name} comes thrice", body, query: $"{parameter.Name}=1&{parameter.Name}=x&{parameter.Name}=");
            if (parameter.Name != "cursor") continue;
            foreach (var list in Lists(to.Path))
                foreach (var key in Some(ForgedKeys, 4))
                    yield return Ask(to, $"cursor {list}:{key}", body, query: "cursor=" + System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}:{key}")));
        }
        yield return Ask(to, "unknown query", body, query: "option.%00=1&colour=red&q=%00");
        yield return Ask(to, "unreadable query", body, query: "%ZZ=%&&&=&=x&?/#");
        yield return Ask(to, "NUL in the path", body, suffix: "%00") with { MayEndBelow = true };
        yield return Ask(to, "a very long address", body, query: "x=" + new string('y', 20_000)) with { MayEndBelow = true };
    }

    private IEnumerable<Attack> OnTheHeaders(ApiOperation to)
    {
        var ask = Ask(to, "", to.ReadsJson ? shapes.Right(to.Body!.Value, "", isFull: false)?.ToJsonString() : to.ContentType is null ? null : "x");
        return Some([.. WrongHeaders.Where(h => !to.IsSafe || h.Name is not ("Idempotency-Key" or "If-Match"))], 3).Select(header => ask with
        {
            What = $"{header.Name} is {Short(header.Value ?? "missing")}",
            Headers = new Dictionary<string, string?>(Ask(to, "", null).Headers, StringComparer.Ordinal) { [header.Name] = header.Value },
            MayEndBelow = header.Value?.Contains('ñ', StringComparison.Ordinal) == true,
        });
    }

    private IEnumerable<Attack> OnTheBody(ApiOperation to)
    {
        var right = shapes.Right(to.Body!.Value, "", isFull: false)!.ToJsonString();
        string[] bodies =
        [
            "", " ", "null", "true", "1", "\"x\"", "[]", "[{}]", "{", "{\"", "{}", right + "x", right + right, "\uFEFF" + right, "// a comment\n" + right, "{\"colour\":\"red\"}", "{\"\\u0000\":1}",
            "{\"__proto__\":{}}", "{\"$type\":\"System.Object\"}", Shapes.Nested(2_000), $"{{\"a\":{Shapes.Nested(200)}}}",
        ];
        foreach (var body in Some(bodies, 4)) yield return Ask(to, $"body {Short(body)}", body);
        yield return Ask(to, "body of more than a megabyte", new string(' ', Megabyte + 1));
        var ask = Ask(to, "", right);
        yield return ask with { What = "text that is not UTF-8", Body = [.. "{\"a\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8] };
        yield return ask with { What = "UTF-16", Body = Encoding.Unicode.GetBytes(right) };
        yield return ask with { What = "zeros", Body = new byte[512] };
        foreach (var type in Some(WrongTypes, 2)) yield return ask with { What = $"content type {type}", ContentType = type };
        yield return ask with { What = "no content type", ContentType = null };
    }

    private IEnumerable<Attack> OnTheFields(ApiOperation to)
    {
        var places = shapes.Places(to.Body!.Value);
        foreach (var place in places)
        {
            if (place.Path.Count > 0)
            {
                foreach (var wrong in Some(shapes.Wrong(place), 2)) yield return Ask(to, $"{place} is {Short(wrong)}", Put(to, [(place, wrong)], isFull: false));
                if (place.IsRequired && place.Path[^1] != "0") yield return Ask(to, $"{place} is missing", Put(to, [(place, null)], isFull: false));
            }
            if (place.IsObject) yield return Ask(to, $"{place} has an unknown field", Put(to, [(place with { Path = [.. place.Path, "colour"] }, "\"red\"")], isFull: false));
        }
        var fields = places.Where(p => p.Path.Count > 0).ToList();
        for (var i = 0; i < (isThorough ? 30 : 4) && fields.Count > 0; i++)
        {
            var chosen = Enumerable.Range(0, 1 + (i % 3)).Select(_ => fields[chance.Next(fields.Count)]).DistinctBy(p => p.ToString()).Select(p => (Place: p, Wrong: (string?)Some(shapes.Wrong(p), 1)[0])).ToList();
            yield return Ask(to, string.Join(", ", chosen.Select(c => $"{c.Place} is {Short(c.Wrong!)}")), Put(to, chosen, isFull: true));
        }
    }

    private IEnumerable<Attack> OnTheFile(ApiOperation to)
    {
        foreach (var file in Files) yield return Ask(to, $"file {Short(file)}", file);
        var ask = Ask(to, "", "x");
        yield return ask with { What = "random bytes", Body = Bytes(4_096) };
        yield return ask with { What = "UTF-16", Body = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Files[5])] };
        foreach (var type in new[] { "application/json", "multipart/form-data", "text/csv; charset=nonsense" }) yield return ask with { What = $"content type {type}", ContentType = type };
    }

    private Attack Ask(ApiOperation to, string what, string? body, (string Name, string Value)? path = null, string? query = null, string suffix = "")
    {
        var needed = to.Parameters.Where(p => p is { In: "query", IsRequired: true } && query?.StartsWith(p.Name + "=", StringComparison.Ordinal) != true)
            .Select(p => $"{p.Name}={Uri.EscapeDataString(known.GetValueOrDefault(p.Name) ?? IId<EventId>.New().ToString())}");
        var search = string.Join('&', [.. needed, .. query is null ? [] : new[] { query }]);
        var headers = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (!to.IsSafe) (headers["Idempotency-Key"], headers["If-Match"]) = (string.Create(CultureInfo.InvariantCulture, $"attack-{Interlocked.Increment(ref sent)}"), "*");
        return new Attack(what, to.Method, AddressOf(to, path) + suffix + (search.Length == 0 ? "" : "?" + search))
        {
            Body = body is null ? null : Encoding.UTF8.GetBytes(body),
            ContentType = body is null ? null : to.ContentType,
            Headers = headers,
        };
    }

    private string AddressOf(ApiOperation to, (string Name, string Value)? path)
    {
        var before = "";
        foreach (var segment in to.Path.Split('/').Skip(1))
        {
            var name = segment.Trim('{', '}');
            before += "/" + (segment[0] != '{' ? segment : path is { } wrong && wrong.Name == name ? wrong.Value : Uri.EscapeDataString(IdAfter(to, segment)));
        }
        return before;
    }

    private string IdAfter(ApiOperation to, string segment) =>
        ids.GetValueOrDefault(to.Path[..to.Path.IndexOf("/" + segment, StringComparison.Ordinal)]) ?? (segment == "{position}" ? "1" : IId<EventId>.New().ToString());

    /// <summary>The right body with these places put wrong; null takes the field away.</summary>
    private string Put(ApiOperation to, IReadOnlyList<(Place Place, string? Wrong)> changes, bool isFull)
    {
        var root = shapes.Right(to.Body!.Value, "", isFull)!;
        List<string> raw = [];
        foreach (var (place, wrong) in changes)
        {
            if (!Reach(root, place, to) || Parent(root, place) is not { } parent) continue;
            if (parent is JsonArray array) array[0] = Mark(wrong!);
            else if (wrong is null) ((JsonObject)parent).Remove(place.Path[^1]);
            else ((JsonObject)parent)[place.Path[^1]] = Mark(wrong);
        }
        return Marked().Replace(root.ToJsonString(), match => raw[int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)]);

        JsonNode Mark(string json)
        {
            raw.Add(json);
            return JsonValue.Create($"{Here}{raw.Count - 1}");
        }
    }

    /// <summary>Fills in what an optional place needs around it.</summary>
    private bool Reach(JsonNode root, Place place, ApiOperation to)
    {
        var full = shapes.Right(to.Body!.Value, "", isFull: true);
        var at = root;
        foreach (var step in place.Path.Take(place.Path.Count - 1))
        {
            full = full is JsonArray some ? some.Count > 0 ? some[0] : null : (full as JsonObject)?[step];
            switch (at)
            {
                case JsonArray list when full is not null:
                    if (list.Count == 0) list.Add(full.DeepClone());
                    at = list[0];
                    break;
                case JsonObject fields when full is not null:
                    fields[step] ??= full.DeepClone();
                    at = fields[step];
                    break;
                default:
                    return false; // Another change of the same body stands in the way.
            }
        }
        return at is JsonArray { Count: > 0 } or JsonObject;
    }

    private static JsonNode? Parent(JsonNode root, Place place)
    {
        var at = root;
        foreach (var step in place.Path.Take(place.Path.Count - 1)) at = at is JsonArray list ? list[0] : at?[step];
        return at;
    }

    /// <summary>Names that a list of this address may have given its cursors.</summary>
    private static IEnumerable<string> Lists(string path)
    {
        var words = path.Split('/').Where(w => w.Length > 0 && w[0] != '{').ToArray();
        return [words[^1], string.Join('-', words[^2..])];
    }

    private T[] Some<T>(IReadOnlyList<T> from, int count)
    {
        var all = from.ToArray();
        if (isThorough || all.Length <= count) return all;
        chance.Shuffle(all);
        return all[..count];
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        chance.NextBytes(bytes);
        return bytes;
    }

    private static string Short(string text) => text.Length > 60 ? $"{text[..40]}… ({text.Length})" : text;

    [GeneratedRegex("\"@@here@@(?<n>[0-9]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();
}
