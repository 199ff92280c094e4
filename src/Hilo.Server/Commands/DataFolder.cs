using System.CommandLine;

namespace Hilo.Server.Commands;

/// <summary>The option that every command knows: which shop it works on.</summary>
internal static class DataFolder
{
    public static readonly Option<string?> Option = new("--data") { Description = "Folder of the SQLite file, keys and files.", Recursive = true };

    public static WebApplicationBuilder Builder(ParseResult parsed)
    {
        var builder = WebApplication.CreateBuilder();
        if (parsed.GetValue(Option) is { } data) builder.Configuration["Hilo:Data"] = data;
        return builder;
    }
}
