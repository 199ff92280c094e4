using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Hilo.Sandbox;

/// <summary>Lines of JSON that a stand-in reads back when it starts again; without a folder nothing is kept. A half-written last line is left out.</summary>
internal sealed class SandboxMemory(IOptions<SandboxOptions> options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Lock gate = new();

    public IEnumerable<T> Read<T>(string name)
    {
        if (FileOf(name) is not { } file || !File.Exists(file)) yield break;
        foreach (var line in File.ReadLines(file))
        {
            T? kept;
            try
            {
                kept = JsonSerializer.Deserialize<T>(line, Json);
            }
            catch (JsonException)
            {
                yield break; // The process ended in the middle of this line.
            }
            if (kept is not null) yield return kept;
        }
    }

    public void Append<T>(string name, T what)
    {
        if (FileOf(name) is not { } file) return;
        lock (gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite);
            EndLastLine(stream);
            JsonSerializer.Serialize(stream, what, Json);
            stream.WriteByte((byte)'\n');
        }
    }

    public void Forget(string name)
    {
        if (FileOf(name) is not { } file) return;
        lock (gate) File.Delete(file);
    }

    /// <summary>Cuts off what a process that was ended left of a line: behind it the next one would be unreadable.</summary>
    private static void EndLastLine(FileStream stream)
    {
        var end = stream.Length;
        while (end > 0)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == '\n') break;
            end--;
        }
        stream.SetLength(end);
        stream.Position = end;
    }

    private string? FileOf(string name) => options.Value.Folder is { Length: > 0 } folder ? Path.Combine(folder, $"sandbox-{name}.jsonl") : null;
}
