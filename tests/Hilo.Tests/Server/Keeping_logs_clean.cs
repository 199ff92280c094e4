using System.Collections.Concurrent;
using Hilo.Server.Demo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests.Server;

/// <summary>Logs say what happened and never who: no address, number or name of a person, whatever way they came in.</summary>
public class Keeping_logs_clean
{
    private const int Steps = 30;

    [Fact, Trait("Needs", "Processes")]
    public async Task Carts_calls_cards_mails_and_parcels_leave_no_person_in_the_log()
    {
        using var lines = new Lines();
        await using var demo = await DemoHost.OpenAsync(lines);
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(4));

        var filling = demo.Services.GetRequiredService<DemoShop>().FillAsync(enough.Token);
        using var watch = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (DemoJournal.Find(demo.Services.GetRequiredService<IConfiguration>()["Hilo:Data"]!) is not { Now.Done: > Steps } && !filling.IsCompleted) await watch.WaitForNextTickAsync();
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filling);

        Assert.DoesNotContain(lines.All, NamesSomebody);
    }

    [Theory]
    [InlineData("Mail for sofia.bentancur@correo.example was refused", true)]
    [InlineData("{ contact = Sofía Bentancur }", true)]
    [InlineData("called 11 5555-0142", true)]
    [InlineData("ship to Thames 1540", true)]
    [InlineData("Mail 01a222c1-543b-74e4-a2b6-b29736e5e8e3 was refused", false)]
    public void A_line_that_names_somebody_is_seen(string line, bool isSeen) => Assert.Equal(isSeen, NamesSomebody(line));

    private static bool NamesSomebody(string line) => DemoPeople.All.Any(person =>
        new[] { person.Email, person.Name, person.Phone, $"{person.Home.Street} {person.Home.Number}" }.Any(said => line.Contains(said, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Every line with its scopes and its exception, as a structured log would keep them.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = [];

        public IReadOnlyCollection<string> All => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue(Words(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {Words(state)} {exception}");

        public void Dispose()
        {
        }

        private static string Words<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : $"{state}";
    }
}
