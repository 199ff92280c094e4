using System.CommandLine;
using Hilo.Bench;

var server = new Option<string>("--server") { Description = "Path of the published program.", Required = true };
var connection = new Option<string?>("--connection") { Description = "Database of the server; a fresh SQLite file when absent. Must be empty." };
var buyers = new Option<int>("--buyers") { Description = "Concurrent buyers.", DefaultValueFactory = _ => 32 };
var seconds = new Option<int>("--seconds") { Description = "Length of the measurement.", DefaultValueFactory = _ => 20 };
var warmUp = new Option<int>("--warm-up") { Description = "Seconds of the same load before it.", DefaultValueFactory = _ => 8 };
var runs = new Option<int>("--runs") { Description = "Measurements; the median is the result.", DefaultValueFactory = _ => 3 };

var root = new RootCommand("Buys from a Hilo server on this machine and says how fast it sold. Stops by itself.");
foreach (var (name, description, buy) in new (string, string, Func<World, Random, CancellationToken, Task<Sale>>)[]
{
    ("call", "One call that places a whole paid order of two lines.", Buying.ByCallAsync),
    ("checkout", "Five requests per order: cart with a line, a second line, contact, delivery, completion.", Buying.ByCheckoutAsync),
})
{
    var command = new Command(name, description) { server, connection, buyers, seconds, warmUp, runs };
    command.SetAction((parsed, cancel) => Measurement.RunAsync(
        name, buy, parsed.GetValue(server)!, parsed.GetValue(connection), parsed.GetValue(buyers), parsed.GetValue(seconds), parsed.GetValue(warmUp), parsed.GetValue(runs), cancel));
    root.Subcommands.Add(command);
}
var perSecond = new Option<double>("--per-second") { Description = "Sales a second.", DefaultValueFactory = _ => 4 };
var agency = new Option<int>("--agency-ms") { Description = "How long the agency takes over each call.", DefaultValueFactory = _ => 1_000 };
var invoice = new Command("invoice", "From a paid sale to its invoice in the buyer's mailbox, at a steady rate of sales.") { server, connection, perSecond, seconds, warmUp, agency };
invoice.SetAction((parsed, cancel) => Invoices.RunAsync(
    parsed.GetValue(server)!, parsed.GetValue(connection), parsed.GetValue(perSecond), parsed.GetValue(seconds), parsed.GetValue(warmUp), parsed.GetValue(agency), cancel));
root.Subcommands.Add(invoice);
var crowd = new Option<int>("--crowd") { Description = "Buyers of the last units.", DefaultValueFactory = _ => 1_000 };
var units = new Option<int>("--units") { Description = "Units there are for them.", DefaultValueFactory = _ => 200 };
var rush = new Command("rush", "A crowd that buys the last units of one variant in the same moment: by one call each, then by completing carts that were filled before.") { server, connection, crowd, units, warmUp, runs };
rush.SetAction((parsed, cancel) => Rush.RunAsync(
    parsed.GetValue(server)!, parsed.GetValue(connection), parsed.GetValue(crowd), parsed.GetValue(units), parsed.GetValue(warmUp), parsed.GetValue(runs), cancel));
root.Subcommands.Add(rush);
var floor = new Command("floor", "The same rows written by a bare script, a transaction per order.") { connection, buyers, seconds, warmUp };
floor.SetAction((parsed, cancel) => Floor.RunAsync(parsed.GetValue(connection), parsed.GetValue(buyers), parsed.GetValue(seconds), parsed.GetValue(warmUp), cancel));
root.Subcommands.Add(floor);
return await root.Parse(args).InvokeAsync();
