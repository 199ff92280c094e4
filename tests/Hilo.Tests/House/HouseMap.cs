using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hilo.Tests.House;

/// <summary>The map of the house: what may reference what, and which way questions run.</summary>
internal static partial class HouseMap
{
    /// <summary>A question of a capability may be asked only from below it in this list.</summary>
    public static readonly string[] Downhill =
    [
        "Contracts", "Platform", "Catalog", "Inventory", "Customers", "Promotions", "Payments", "Orders", "Invoicing", "Conversations",
        "Channels", "Stores", "Marketing", "Insights",
    ];

    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Platform"] = ["Contracts"],
        ["Client"] = ["Contracts"],
        ["Sandbox"] = ["Contracts"],
        ["Web"] = ["Client"],
    };

    public static string Root { get; } = FindRoot();

    /// <summary>Every project under src with the projects it references, short names.</summary>
    public static IReadOnlyDictionary<string, string[]> References() =>
        Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).ToDictionary(
            file => Short(Path.GetFileNameWithoutExtension(file)),
            file => XDocument.Load(file).Descendants("ProjectReference")
                .Select(r => Short(Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))).ToArray(),
            StringComparer.Ordinal);

    /// <summary>Project references that the map does not list.</summary>
    public static IReadOnlyList<string> ForbiddenReferences(IReadOnlyDictionary<string, string[]> references)
    {
        var found = new List<string>();
        foreach (var (project, targets) in references)
        {
            if (project == "Server") continue; // The program puts everything together.
            string[] allowed = Others.TryGetValue(project, out var listed) ? listed
                : Downhill.Contains(project, StringComparer.Ordinal) ? ["Contracts", "Platform"]
                : [];
            if (!Others.ContainsKey(project) && !Downhill.Contains(project, StringComparer.Ordinal)) found.Add($"{project} is not on the map");
            found.AddRange(targets.Except(allowed, StringComparer.Ordinal).Select(t => $"{project} must not reference {t}"));
        }
        return found;
    }

    /// <summary>The capability folder of each interface in Contracts.</summary>
    public static IReadOnlyDictionary<string, string> Questions()
    {
        var contracts = Path.Combine(Root, "src", "Hilo.Contracts");
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(contracts, "*.cs", SearchOption.AllDirectories))
        {
            var folder = Path.GetRelativePath(contracts, file).Split('/', '\\')[0];
            if (folder is "Kernel" or "obj" or "bin") continue;
            foreach (Match match in InterfaceName().Matches(File.ReadAllText(file))) found[match.Groups["name"].Value] = folder;
        }
        return found;
    }

    /// <summary>Which questions an assembly asks: interfaces of Contracts among its parameters and fields, except those it answers itself.</summary>
    public static IEnumerable<string> Asks(Assembly capability, IReadOnlyDictionary<string, string> questions)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = capability.GetTypes();
        var answered = types.Where(t => !t.IsInterface).SelectMany(t => t.GetInterfaces()).Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        return types
            .SelectMany(t => t.GetFields(all).Select(f => f.FieldType)
                .Concat(t.GetMethods(all).Cast<MethodBase>().Concat(t.GetConstructors(all)).SelectMany(m => m.GetParameters().Select(p => p.ParameterType))))
            .Select(t => t.Name)
            .Where(name => questions.ContainsKey(name) && !answered.Contains(name))
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Questions that run uphill.</summary>
    public static IReadOnlyList<string> Uphill(string capability, IEnumerable<string> asked, IReadOnlyDictionary<string, string> questions) =>
        [.. asked
            .Where(name => questions[name] != capability && Array.IndexOf(Downhill, questions[name]) > Array.IndexOf(Downhill, capability))
            .Select(name => $"{capability} asks {name} of {questions[name]}, which lies below it")];

    public static IEnumerable<Assembly> Capabilities() =>
        Downhill.Skip(1).Where(name => Directory.Exists(Path.Combine(Root, "src", $"Hilo.{name}"))).Select(name => Assembly.Load($"Hilo.{name}"));

    public static string Short(string project) => project.StartsWith("Hilo.", StringComparison.Ordinal) ? project[5..] : project;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hilo.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Tests run inside the repository.");
    }

    [GeneratedRegex(@"\binterface (?<name>I[A-Z]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InterfaceName();
}
