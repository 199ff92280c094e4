using System.Security.Cryptography;

namespace Hilo.Platform;

/// <summary>Files in a folder, named after their content: <c>files/3f/3f9a…</c>.</summary>
internal sealed class FolderFiles(string folder) : IFiles
{
    private static readonly Problem TooLarge = new("file.too_large", "The file is larger than allowed here.", 413);

    internal static readonly ProblemPage[] Pages =
    [
        new("file.too_large",
            new("El archivo es demasiado grande", "Supera el límite de este lugar.", "Elegí un archivo más chico."),
            new("The file is too large", "It is above the limit of this place.", "Choose a smaller file.")),
    ];

    public async Task<Result<StoredFile>> SaveAsync(Stream content, long limit, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var partial = Path.Combine(folder, $"{IId<FileId>.New()}.part");
        try
        {
            var (id, kind, size) = await WriteAsync(partial, content, limit, cancel);
            if (size > limit) return TooLarge;
            var path = PathOf(id);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // A name says its content, so whoever was faster wrote the same.
            if (!File.Exists(path)) File.Move(partial, path, overwrite: true);
            return new StoredFile(id, kind, size);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public async Task<OpenedFile?> OpenAsync(FileId id, CancellationToken cancel)
    {
        var path = PathOf(id);
        if (!File.Exists(path)) return null;
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 16 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var start = new byte[FileKind.Needs];
        var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        file.Position = 0;
        return new OpenedFile(file, FileKind.Of(start.AsSpan(0, read)));
    }

    private static async Task<(FileId Id, FileKind Kind, long Size)> WriteAsync(string path, Stream content, long limit, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 16 * 1024, FileOptions.Asynchronous);
        var buffer = new byte[64 * 1024];
        var kind = FileKind.Unknown;
        long size = 0;
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, FileKind.Needs, throwOnEndOfStream: false, cancel)) > 0)
        {
            if (size == 0) kind = FileKind.Of(buffer.AsSpan(0, read));
            size += read;
            if (size > limit) return (default, kind, size);
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return (FileId.From(new Guid(hash.GetHashAndReset().AsSpan(0, 16), bigEndian: true)), kind, size);
    }

    private string PathOf(FileId id)
    {
        var name = id.Value.ToString("N");
        return Path.Combine(folder, name[..2], name);
    }
}
