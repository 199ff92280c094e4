using Microsoft.AspNetCore.Http.Features;

namespace Hilo.Platform;

/// <summary>A refusal reaches its caller although a large body is still on its way: the answer says that the connection ends, and what comes is thrown away for a while.</summary>
/// <remarks>Kestrel closes a connection whose body it may not read to the end, but says so only when the endpoint itself tried to read it: a pooled client would send its next
/// request into a closed connection. And a caller that is cut off while it sends may never look at the answer.</remarks>
internal sealed class UnreadBodies(RequestDelegate next)
{
    /// <summary>What the server reads away by itself: no address takes less.</summary>
    private const long Small = 64 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit || !MayBeLarge(http.Request))
        {
            await next(http);
            return;
        }
        var body = new LimitedBody(http.Request.Body, http.Request.ContentLength, limit);
        http.Request.Body = body;
        http.Response.OnStarting(() =>
        {
            if (!body.IsAtItsEnd) http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        await next(http);
        if (body.IsAtItsEnd || http.RequestAborted.IsCancellationRequested) return;
        await http.Response.CompleteAsync();
        // Who waits for a sign to send has now read the refusal instead.
        if (http.Request.Headers.Expect.Count == 0) await body.DiscardAsync(http.RequestAborted);
    }

    private static bool MayBeLarge(HttpRequest request) =>
        HttpProtocol.IsHttp11(request.Protocol) && (request.ContentLength > Small || request.Headers.TransferEncoding.Count > 0);
}

/// <summary>A body with the limit of its endpoint, which is known when the first byte is read. Unlike the server's own limit it can be lifted afterwards.</summary>
internal sealed class LimitedBody(Stream inner, long? length, IHttpMaxRequestBodySizeFeature size) : Stream
{
    private const long MostDiscarded = 64 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private long? limit;
    private long taken;
    private bool isOpen;

    public bool IsAtItsEnd { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Open();
        if (length > limit) throw TooLarge();
        var read = await TakeAsync(buffer, cancellationToken);
        return taken > limit ? throw TooLarge() : read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    /// <summary>Reads on and forgets, for some seconds and so many bytes at most.</summary>
    public async Task DiscardAsync(CancellationToken gone)
    {
        Open();
        var buffer = new byte[64 * 1024];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
        patience.CancelAfter(Patience);
        try
        {
            while (!IsAtItsEnd && taken < MostDiscarded) await TakeAsync(buffer, patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The caller has gone, or takes too long: the connection ends as it was said.
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static BadHttpRequestException TooLarge() => new("The body is larger than this address accepts.", StatusCodes.Status413PayloadTooLarge);

    private void Open()
    {
        if (isOpen) return;
        isOpen = true;
        limit = size.MaxRequestBodySize;
        size.MaxRequestBodySize = null;
    }

    private async ValueTask<int> TakeAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        var read = await inner.ReadAsync(buffer, cancel);
        taken += read;
        IsAtItsEnd = (read == 0 && buffer.Length > 0) || taken == length;
        return read;
    }
}
