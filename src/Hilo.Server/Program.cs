using System.CommandLine;
using Hilo.Server.Commands;

var root = new RootCommand("Hilo: one catalog, one stock, one customer and one order book behind every channel.");
root.Options.Add(DataFolder.Option);
ServeCommand.AddTo(root);
root.Subcommands.Add(MigrateCommand.Create());
root.Subcommands.Add(ImportCommand.Create());
root.Subcommands.Add(ExportCommand.Create());
root.Subcommands.Add(CheckCommand.Create());
root.Subcommands.Add(MapCommand.Create());
root.Subcommands.Add(SandboxCommand.Create());
return await root.Parse(args).InvokeAsync();
