using System.CommandLine;
using Hilo.Platform;

namespace Hilo.Server.Commands;

/// <summary><c>migrate</c>: brings the database to this version and ends.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var migrate = new Command("migrate", "Bring the database to this version and end.");
        migrate.SetAction(async (parsed, cancel) =>
        {
            var app = DataFolder.Builder(parsed).AddHilo().Build();
            await using (app)
            {
                var applied = await app.Services.GetRequiredService<Migrations>().ApplyAsync(cancel);
                Console.WriteLine(applied == 0 ? "The database is up to date." : $"Applied {applied} scripts.");
            }
            return 0;
        });
        return migrate;
    }
}
