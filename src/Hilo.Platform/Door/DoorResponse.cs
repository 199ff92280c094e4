using Microsoft.AspNetCore.Http.Features;

namespace Hilo.Platform;

/// <summary>The answer to a call from inside. The framework's own feature drops OnStarting, which writes cookies.</summary>
internal sealed class DoorResponse : IHttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Call, object State)> starting = new();
    private readonly Stack<(Func<object, Task> Call, object State)> completed = new();

    public int StatusCode { get; set; } = 200;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    Stream IHttpResponseFeature.Body { get; set; } = Stream.Null;

    public bool HasStarted { get; private set; }

    public void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => completed.Push((callback, state));

    public async Task StartAsync()
    {
        if (HasStarted) return;
        while (starting.TryPop(out var next)) await next.Call(next.State);
        HasStarted = true;
    }
}

/// <summary>Collects the body; the first byte starts the answer, as it would on a socket.</summary>
internal sealed class DoorResponseBody(Stream body, DoorResponse answer) : StreamResponseBodyFeature(body)
{
    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await answer.StartAsync();
        await base.StartAsync(cancellationToken);
    }

    public override async Task CompleteAsync()
    {
        await answer.StartAsync();
        await base.CompleteAsync();
    }
}
