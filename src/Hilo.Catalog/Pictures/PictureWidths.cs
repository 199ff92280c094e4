using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>Makes the smaller pictures that phones load, with libvips' own tool where it is installed. Without it there is only the original.</summary>
internal sealed class PictureWidths(IFiles files)
{
    private static readonly int[] Widths = [320, 640, 1280];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A small file can claim a canvas that fills the memory.
    private const long MostPixels = 80_000_000;

    /// <summary>Narrowest first, the original last.</summary>
    public async Task<IReadOnlyList<Rendition>> MakeAsync(FileId original, byte[] content, CancellationToken cancel)
    {
        var size = PictureSize.Of(content);
        var whole = new Rendition(size?.Width ?? 0, Url(original));
        if (size is not var (width, height) || (long)width * height > MostPixels) return [whole];
        // One of its own width too: the same picture in the lighter form.
        var wanted = Widths.Where(w => w < width).Append(Math.Min(width, Widths[^1])).Distinct().ToList();
        var folder = Directory.CreateTempSubdirectory("hilo-picture-");
        try
        {
            var source = Path.Combine(folder.FullName, "original");
            await File.WriteAllBytesAsync(source, content, cancel);
            var made = new List<Rendition>();
            foreach (var narrow in wanted)
                if (await ShrinkAsync(source, Path.Combine(folder.FullName, $"{narrow.ToString(CultureInfo.InvariantCulture)}.webp"), narrow, cancel) is { } id) made.Add(new Rendition(narrow, Url(id)));
            return [.. made, whole];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<FileId?> ShrinkAsync(string source, string target, int width, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        try
        {
            using var tool = Process.Start(new ProcessStartInfo("vipsthumbnail", [source, "--size", $"{width.ToString(CultureInfo.InvariantCulture)}x100000", "-o", $"{target}[Q=80,strip]"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            try
            {
                await tool.WaitForExitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                tool.Kill(entireProcessTree: true);
                cancel.ThrowIfCancellationRequested();
                return null;
            }
            if (tool.ExitCode != 0 || !File.Exists(target)) return null;
            await using var made = File.OpenRead(target);
            return (await files.SaveAsync(made, FetchPictures.LargestBytes, cancel)).Refused(out _, out var stored) ? null : stored.Id;
        }
        catch (Win32Exception)
        {
            return null; // Not installed.
        }
    }

    private static string Url(FileId id) => $"/files/{id}";
}
