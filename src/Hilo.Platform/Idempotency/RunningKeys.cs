using System.Collections.Concurrent;

namespace Hilo.Platform;

/// <summary>Keys that this process is working on: a double click is answered at once, without asking the database.</summary>
internal sealed class RunningKeys
{
    private readonly ConcurrentDictionary<(string Scope, string Key), byte> running = new();

    public bool TryEnter(IdempotencyKey key) => running.TryAdd((key.Scope, key.Key), 0);

    public void Leave(IdempotencyKey key) => running.TryRemove((key.Scope, key.Key), out _);
}
