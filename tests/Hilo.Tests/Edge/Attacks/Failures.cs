using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests.Edge;

/// <summary>Keeps what the program wrote down about its own failures: a finding without it would be a riddle.</summary>
internal sealed class Failures : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, int> seen = new(StringComparer.Ordinal);

    public IEnumerable<string> Seen => seen.Keys;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) seen.TryAdd($"{formatter(state, exception)} {string.Join('\n', $"{exception}".Split('\n').Take(12))}", 0);
    }

    public void Dispose()
    {
    }
}
