using System.Globalization;
using System.Reflection;
using System.Text;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.Metadata;

namespace Hilo.Server.Map;

/// <summary>Draws the program from what is registered in it: capabilities, endpoints, events, what runs by itself, and the life of every record.</summary>
internal static class ProgramMap
{
    /// <summary>Needs no database: everything is read from the registrations and from the code's own tables.</summary>
    public static string Draw(WebApplication app)
    {
        var text = new StringBuilder("""
            # Map

            Drawn by the program itself. After a change: `dotnet run --project src/Hilo.Server -- map > docs/map.md`.


            """);
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToList();
        Capabilities(text, endpoints, app.Services);
        Endpoints(text, endpoints);
        Events(text, app.Services);
        Running(text, app.Services);
        foreach (var house in Houses()) Lives(text, house);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    private static void Capabilities(StringBuilder text, IReadOnlyList<RouteEndpoint> endpoints, IServiceProvider services)
    {
        Head(text, "Capabilities", "Capability", "Answers", "Endpoints", "Tells", "Listens to");
        var names = services.GetRequiredService<EventTypes>().Names;
        foreach (var house in Houses())
        {
            Row(text, NameOf(house), Join(Answers(house)), $"{endpoints.Count(e => HouseOf(e) == house)}",
                Join(names.Where(n => TellerOf(n) == house).Order(StringComparer.Ordinal)),
                Join(services.Listeners.Where(l => l.Listener.Assembly == house).Select(l => l.Event).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        }
    }

    private static void Endpoints(StringBuilder text, IReadOnlyList<RouteEndpoint> endpoints)
    {
        foreach (var house in endpoints.GroupBy(HouseOf).OrderBy(g => NameOf(g.Key), StringComparer.Ordinal))
        {
            Head(text, $"Endpoints of {NameOf(house.Key)}", "Call", "Who", "What");
            var rows = from endpoint in house
                       from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
                       let route = "/" + endpoint.RoutePattern.RawText!.Trim('/')
                       select (Call: $"`{method} {route}`", Who: WhoOf(endpoint), What: endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "");
            foreach (var (call, who, what) in rows.OrderBy(r => r.Call.Split(' ')[1].TrimEnd('`'), StringComparer.Ordinal).ThenBy(r => r.Call, StringComparer.Ordinal)) Row(text, call, who, what);
        }
    }

    private static void Events(StringBuilder text, IServiceProvider services)
    {
        Head(text, "Events", "Event", "Record", "Who listens");
        var types = services.GetRequiredService<EventTypes>();
        foreach (var name in types.Names.Order(StringComparer.Ordinal))
            Row(text, $"`{name}`", types.TypeOf(name)!.Name, Join(services.Listeners.Where(l => l.Event == name)
                .Select(l => $"{NameOf(l.Listener.Assembly)}/{l.Listener.Name}{(l.CallsOutside ? " (calls the outside)" : "")}").Order(StringComparer.Ordinal)));
    }

    private static void Running(StringBuilder text, IServiceProvider services)
    {
        Head(text, "What runs by itself", "Runs", "Of", "When");
        var rows = services.Sweepers.Select(s => (s.Sweeper.Name, House: NameOf(s.Sweeper.Assembly), When: $"every {In(s.Every)}, {(s.OnEveryNode ? "on every node" : "on one node")}"))
            .Concat(services.Followers.Select(f => (f.Name, House: NameOf(f.Assembly), When: "follows the log in memory, on every node")));
        foreach (var (name, house, when) in rows.OrderBy(r => r.House, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)) Row(text, name, house, when);
    }

    /// <summary>Every table of moves that a type of the capability declares.</summary>
    private static void Lives(StringBuilder text, Assembly house)
    {
        var lives = house.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Transitions<,>))
            .OrderBy(f => f.DeclaringType!.Name, StringComparer.Ordinal).ThenBy(f => f.Name, StringComparer.Ordinal);
        foreach (var life in lives)
        {
            var name = life.Name is "Life" or "Lives" ? life.DeclaringType!.Name : $"{life.DeclaringType!.Name}.{life.Name}";
            Head(text, $"Life of {name}", "From", "What happens", "To");
            foreach (var (from, trigger, to) in MovesOf(life)) Row(text, from, trigger, to);
        }
    }

    /// <summary>The type arguments differ per record.</summary>
    private static IEnumerable<(string From, string Trigger, string To)> MovesOf(FieldInfo life) =>
        (IEnumerable<(string, string, string)>)typeof(ProgramMap).GetMethod(nameof(Moves), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(life.FieldType.GetGenericArguments()).Invoke(null, [life.GetValue(null)])!;

    private static IEnumerable<(string From, string Trigger, string To)> Moves<TState, TTrigger>(Transitions<TState, TTrigger> life)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        life.Moves.OrderBy(m => m.From).ThenBy(m => m.Trigger).Select(m => (m.From.Equals(life.Start) ? $"**{m.From}**" : $"{m.From}", $"{m.Trigger}", $"{m.To}"));

    private static IEnumerable<Assembly> Houses() =>
        new[] { "Catalog", "Conversations", "Customers", "Insights", "Inventory", "Invoicing", "Orders", "Payments", "Platform", "Promotions" }.Select(name => Assembly.Load($"Hilo.{name}"));

    private static IEnumerable<string> Answers(Assembly house) =>
        house.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }).SelectMany(t => t.GetInterfaces())
            .Where(i => i.Assembly == typeof(IEvent).Assembly && !i.IsGenericType && i.Name.Length > 2).Select(i => i.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static Assembly HouseOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Assembly ?? typeof(PlatformModule).Assembly;

    /// <summary>Events carry their capability's name; those of the platform carry the thing's.</summary>
    private static Assembly TellerOf(string name) =>
        Houses().FirstOrDefault(h => name.StartsWith(NameOf(h) + ".", StringComparison.OrdinalIgnoreCase)) ?? typeof(PlatformModule).Assembly;

    private static string NameOf(Assembly house) => house.GetName().Name!.Replace("Hilo.", "", StringComparison.Ordinal);

    private static string WhoOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Audience>() switch
    {
        { Permission: { } permission } => permission,
        { Kind: AudienceKind.Staff } => "any staff",
        { Kind: AudienceKind.Shoppers } => "signed-in shoppers",
        _ => "anyone",
    };

    private static string In(TimeSpan span) => span.TotalHours >= 1 ? $"{span.TotalHours.ToString(CultureInfo.InvariantCulture)} h"
        : span.TotalMinutes >= 1 ? $"{span.TotalMinutes.ToString(CultureInfo.InvariantCulture)} min"
        : $"{span.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s";

    private static string Join(IEnumerable<string> words) => string.Join(", ", words);

    private static void Head(StringBuilder text, string title, params string[] columns) =>
        text.Append(CultureInfo.InvariantCulture, $"{(text[^2] == '\n' ? "" : "\n")}## {title}\n\n| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");

    private static void Row(StringBuilder text, params string[] cells) => text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
}
