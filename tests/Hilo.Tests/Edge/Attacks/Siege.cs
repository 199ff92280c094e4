using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Hilo.Tests.Edge;

/// <summary>Attacks every operation of a server: as the caller whom it is for, and with a handful as each of the others.</summary>
/// <remarks>The seed chooses among the kinds of attack, for each place some; <c>HILO_ATTACKS=all</c> sends all of them, which takes a minute.</remarks>
/// <param name="known">Values of the shop by the name of their field.</param>
/// <param name="ids">Ids of the shop by the path before them; where one is missing, the list at that path is asked for its first.</param>
internal sealed class Siege(Walk walk, HttpClient http, IServiceProvider server, int seed, IReadOnlyDictionary<string, string> known, IReadOnlyDictionary<string, string> ids)
{
    private const int HandfulOfOthers = 2;
    private readonly Random chance = new(seed);
    private readonly Dictionary<string, string> found = new(ids, StringComparer.Ordinal);
    private readonly Dictionary<string, string> cart = ids.ContainsKey("cart-token") ? new(StringComparer.Ordinal) { ["Cart-Token"] = ids["cart-token"] } : new(StringComparer.Ordinal);
    private readonly List<(string Operation, TimeSpan Time)> took = [];
    private Knocker? owner;
    private Knocker? clerk;
    private Knocker? shopper;

    public int Operations => took.Count;

    /// <summary>For the eye: where the time goes.</summary>
    public string Slowest => string.Join(", ", took.OrderByDescending(t => t.Time).Take(6).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Operation} {t.Time.TotalMilliseconds:0} ms")));

    public async Task LayAsync(string under = "/api/", bool isThorough = false)
    {
        using var document = await ApiDocument.ReadAsync(http);
        foreach (var operation in document.Operations().Where(o => o.Path.StartsWith(under, StringComparison.Ordinal)))
        {
            var since = Stopwatch.GetTimestamp();
            await GreetAsync();
            await LookUpAsync(operation);
            var attacks = new Attacks(new Shapes(document, known), known, found, chance, isThorough || Environment.GetEnvironmentVariable("HILO_ATTACKS") == "all");
            var all = attacks.Against(operation).ToList();
            var guest = new Knocker("a guest", cart);
            var first = operation.Audience.StartsWith("anyone", StringComparison.Ordinal) ? guest : operation.Audience.StartsWith("signed-in shoppers", StringComparison.Ordinal) ? shopper! : owner!;
            var others = new[] { guest, shopper!, clerk!, owner! }.Where(k => k != first);
            await walk.KnockAsync(operation,
            [
                .. all.Select(attack => (first, attack)),
                .. others.SelectMany(other => Enumerable.Range(0, HandfulOfOthers).Select(_ => (other, all[chance.Next(all.Count)]))),
                .. attacks.Honest(operation).Select(attack => (first, attack)),
            ]);
            took.Add((operation.ToString(), Stopwatch.GetElapsedTime(since)));
        }
    }

    /// <summary>Signs in again whoever an attack signed out.</summary>
    private async Task GreetAsync()
    {
        var visitors = new Visitors(server);
        if (!await IsKnownAsync(owner, "/api/v1/staff/me")) owner = new Knocker("the owner", With("Authorization", await visitors.StaffAsync(StaffRole.Owner)));
        if (!await IsKnownAsync(clerk, "/api/v1/staff/me"))
            clerk = new Knocker("a clerk", With("Authorization", await visitors.StaffAsync(StaffRole.Store, known.TryGetValue("locationId", out var at) ? [LocationId.From(Guid.Parse(at))] : null)));
        if (!await IsKnownAsync(shopper, "/api/v1/shop/account"))
            shopper = new Knocker("a shopper", With("Cookie", await visitors.ShopperAsync(known.TryGetValue("customer", out var id) ? CustomerId.From(Guid.Parse(id)) : IId<CustomerId>.New())));
    }

    private async Task<bool> IsKnownAsync(Knocker? who, string address)
    {
        if (who is null) return false;
        using var request = new Attack("", "GET", address).Request(http.BaseAddress!, who.Headers);
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    private async Task LookUpAsync(ApiOperation operation)
    {
        for (var at = operation.Path.IndexOf("/{", StringComparison.Ordinal); at >= 0; at = operation.Path.IndexOf("/{", at + 1, StringComparison.Ordinal))
        {
            var list = operation.Path[..at];
            if (found.ContainsKey(list) || list.Contains('{', StringComparison.Ordinal)) continue;
            using var request = new Attack("", "GET", list).Request(http.BaseAddress!, owner!.Headers);
            using var answer = await http.SendAsync(request);
            if (answer.IsSuccessStatusCode && IdIn(await answer.Content.ReadAsStringAsync()) is { } id) found[list] = id;
        }
    }

    private static string? IdIn(string text)
    {
        using var json = JsonDocument.Parse(text);
        var list = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("items", out var items) ? items : json.RootElement;
        return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 && list[0].TryGetProperty("id", out var id) ? id.ToString() : null;
    }

    private Dictionary<string, string> With(string name, string value) => new(cart, StringComparer.Ordinal) { [name] = value };
}
