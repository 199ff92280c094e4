using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hilo.Platform;

/// <summary>Every event this program knows, under its registered name. Built once from the assemblies that declare events.</summary>
public sealed class EventTypes
{
    private readonly Dictionary<string, Type> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> byType = [];

    public EventTypes(IEnumerable<EventAssembly> assemblies) : this(assemblies.Select(a => a.Assembly).Distinct().SelectMany(EventsOf))
    {
    }

    internal EventTypes(IEnumerable<Type> events)
    {
        foreach (var type in events)
        {
            var name = type.GetCustomAttribute<EventNameAttribute>()?.Name
                ?? throw new InvalidOperationException($"{type.Name} needs an [EventName]: a renamed class must still read old rows.");
            if (!byName.TryAdd(name, type)) throw new InvalidOperationException($"{type.Name} and {byName[name].Name} are both named {name}.");
            byType.Add(type, name);
        }
    }

    /// <summary>How payloads are written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new IdJsonConverterFactory(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public IReadOnlyCollection<string> Names => byName.Keys;

    public string NameOf(Type type) => byType.TryGetValue(type, out var name)
        ? name
        : throw new InvalidOperationException($"{type.Name} is not registered: declare it in Hilo.Contracts or call AddEvents for its assembly.");

    public Type? TypeOf(string name) => byName.GetValueOrDefault(name);

    internal string Write(IEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Json);

    /// <summary>Null for a name that this program does not know, such as one of a newer node.</summary>
    internal IEvent? Read(string name, string payload) =>
        TypeOf(name) is { } type ? (IEvent?)JsonSerializer.Deserialize(payload, type, Json) : null;

    private static IEnumerable<Type> EventsOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => !type.IsAbstract && !type.IsGenericTypeDefinition && type.IsAssignableTo(typeof(IEvent)));
}

/// <summary>An assembly that declares events.</summary>
public sealed record EventAssembly(Assembly Assembly);
