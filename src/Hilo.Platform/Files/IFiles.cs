namespace Hilo.Platform;

/// <summary>Bytes that belong to records: pictures now, documents later. The same bytes are one file.</summary>
public interface IFiles
{
    /// <summary>Stores what the stream holds. Refused with <c>file.too_large</c> above the limit; nothing stays behind then.</summary>
    Task<Result<StoredFile>> SaveAsync(Stream content, long limit, CancellationToken cancel);

    /// <summary>Null when there is no such file.</summary>
    Task<OpenedFile?> OpenAsync(FileId id, CancellationToken cancel);
}

/// <param name="Id">Made from the content, so that storing it again gives the same id.</param>
/// <param name="Kind">Judged by the bytes and not by what the sender said.</param>
public sealed record StoredFile(FileId Id, FileKind Kind, long Size);

public sealed record OpenedFile(Stream Content, FileKind Kind) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
