using System.CommandLine;
using Hilo.Server.Map;

namespace Hilo.Server.Commands;

/// <summary><c>map</c>: prints what the program is made of, drawn from its registrations. <c>docs/map.md</c> is its checked output.</summary>
internal static class MapCommand
{
    public static Command Create()
    {
        var map = new Command("map", "Print capabilities, endpoints with their permission, events and who listens, and the life of every record.");
        map.SetAction(async (_, _) =>
        {
            Console.Write(await DrawAsync());
            return 0;
        });
        return map;
    }

    /// <summary>The program as it ships, built and not started: no database is opened, its data folder is thrown away.</summary>
    public static async Task<string> DrawAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hilo-map-");
        try
        {
            var builder = WebApplication.CreateBuilder();
            builder.Configuration["Hilo:Data"] = folder.FullName;
            await using var app = builder.AddHilo().Build();
            app.MapHilo();
            return ProgramMap.Draw(app);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
