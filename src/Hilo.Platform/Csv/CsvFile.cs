using System.Text;
using System.Text.Unicode;

namespace Hilo.Platform;

/// <summary>Opens a CSV as retailers have it: whatever its encoding and delimiter, both recognized from the bytes.</summary>
public static class CsvFile
{
    private const int Head = 4096;

    // Found in every spreadsheet, picture or archive near its start, and in no text.
    private static readonly char[] Binary = ['\0', '\u0001', '\u0002', '\u0003', '\u0004'];

    /// <summary>Null for bytes that are no text. The stream is read twice and must be able to go back.</summary>
    public static async Task<CsvReader?> OpenAsync(Stream file, CancellationToken cancel)
    {
        file.Position = 0;
        var head = new byte[Head];
        var size = await file.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false, cancel);
        var (encoding, mark) = Marked(head.AsSpan(0, size));
        encoding ??= await IsUtf8Async(file, cancel) ? Encoding.UTF8 : Windows;
        return IsBinary(head.AsSpan(0, size), encoding, mark) ? null : Reader(file, encoding, mark);
    }

    /// <inheritdoc cref="OpenAsync"/>
    public static CsvReader? Open(byte[] file)
    {
        var head = file.AsSpan(0, Math.Min(Head, file.Length));
        var (encoding, mark) = Marked(head);
        encoding ??= Utf8.IsValid(file) ? Encoding.UTF8 : Windows;
        return IsBinary(head, encoding, mark) ? null : Reader(new MemoryStream(file), encoding, mark);
    }

    // Reads every byte that a spreadsheet in Spanish writes.
    private static Encoding Windows => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static CsvReader Reader(Stream file, Encoding encoding, int mark)
    {
        file.Position = mark;
        return new CsvReader(new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true));
    }

    /// <summary>UTF-8 and UTF-16 with their marks, and UTF-16 without; otherwise it takes a look at every byte.</summary>
    private static (Encoding? Encoding, int Mark) Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (Wide(head), 0),
    };

    /// <summary>One such character is a damaged row; some of them, or one among the headings, are another kind of file.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> head, Encoding encoding, int mark)
    {
        if (head.StartsWith("PK\u0003\u0004"u8)) return true;
        var text = encoding.GetString(head[mark..]);
        var strange = text.Count(c => Array.IndexOf(Binary, c) >= 0);
        var headings = text.AsSpan(0, text.AsSpan().IndexOfAny('\n', '\r') is >= 0 and var end ? end : text.Length);
        return headings.ContainsAny(Binary) || (strange > 2 && strange > text.Length / 100);
    }

    /// <summary>Text in two bytes per letter shows in every second byte being zero.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < start.Length; i++)
            if (start[i] == 0) _ = (i & 1) == 0 ? even++ : odd++;
        if (odd > start.Length / 4 && even < odd / 8) return Encoding.Unicode;
        return even > start.Length / 4 && odd < even / 8 ? Encoding.BigEndianUnicode : null;
    }

    private static async Task<bool> IsUtf8Async(Stream file, CancellationToken cancel)
    {
        file.Position = 0;
        var buffer = new byte[256 * 1024];
        var kept = 0;
        while (true)
        {
            var read = await file.ReadAsync(buffer.AsMemory(kept), cancel);
            var filled = kept + read;
            // The last letter of a block may go on in the next one.
            var whole = read == 0 ? filled : WholeLetters(buffer.AsSpan(0, filled));
            if (!Utf8.IsValid(buffer.AsSpan(0, whole))) return false;
            if (read == 0) return true;
            kept = filled - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
    }

    private static int WholeLetters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
            if ((bytes[^back] & 0xC0) == 0xC0) return bytes.Length - back;
        return bytes.Length;
    }
}
