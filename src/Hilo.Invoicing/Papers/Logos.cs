using System.Collections.Concurrent;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>Logos ready to be drawn. A file never changes under its id, so what was read once is kept.</summary>
internal sealed class Logos(IFiles files)
{
    // Each change of a shop's logo is one more: far fewer than would weigh anything.
    private readonly ConcurrentDictionary<FileId, PdfPicture> known = new();

    /// <summary>Null where the document was made without one, or its file is gone: then the name stands in its place.</summary>
    public async Task<PdfPicture?> FindAsync(FileId? logo, CancellationToken cancel)
    {
        if (logo is not { } id) return null;
        if (known.TryGetValue(id, out var ready)) return ready;
        if (await files.OpenAsync(id, cancel) is not { } file) return null;
        using var content = new MemoryStream();
        await using (file) await file.Content.CopyToAsync(content, cancel);
        return LogoPicture.Read(content.ToArray()).Refused(out _, out var picture) ? null : known.GetOrAdd(id, PdfPicture.Of(picture));
    }
}
