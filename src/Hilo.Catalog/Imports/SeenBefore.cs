namespace Hilo.Catalog;

/// <summary>Which line named a thing first, for the millions of things of a large file: twelve bytes each, told apart by a hash of 64 bits.</summary>
/// <remarks>Among a million things two share a hash once in forty million files; then a good row is told to be repeated, and nothing wrong goes in.</remarks>
internal sealed class SeenBefore
{
    private const int Segments = 64;
    private readonly Segment[] segments = [.. Enumerable.Range(0, Segments).Select(_ => new Segment())];

    /// <summary>The line that named it before, or zero after keeping this one.</summary>
    public int Line(char kind, ReadOnlySpan<char> thing, int line)
    {
        var hash = Hash(kind, thing);
        return segments[hash % Segments].Line(hash, line);
    }

    private static ulong Hash(char kind, ReadOnlySpan<char> thing)
    {
        var hash = (14695981039346656037 ^ kind) * 1099511628211;
        foreach (var c in thing) hash = (hash ^ c) * 1099511628211;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return Math.Max(1, hash ^ (hash >> 33)); // Zero means a free place.
    }

    /// <summary>Grows alone, so that growing never doubles the whole.</summary>
    private sealed class Segment
    {
        private ulong[] hashes = new ulong[64];
        private int[] lines = new int[64];
        private int count;

        public int Line(ulong hash, int line)
        {
            var place = PlaceOf(hash);
            if (hashes[place] == hash) return lines[place];
            if (++count * 4 > hashes.Length * 3)
            {
                Grow();
                place = PlaceOf(hash);
            }
            (hashes[place], lines[place]) = (hash, line);
            return 0;
        }

        private int PlaceOf(ulong hash)
        {
            var place = (int)((hash / Segments) & (ulong)(hashes.Length - 1));
            while (hashes[place] != 0 && hashes[place] != hash) place = (place + 1) & (hashes.Length - 1);
            return place;
        }

        private void Grow()
        {
            var (oldHashes, oldLines) = (hashes, lines);
            (hashes, lines) = (new ulong[oldHashes.Length * 2], new int[oldLines.Length * 2]);
            for (var i = 0; i < oldHashes.Length; i++)
            {
                if (oldHashes[i] == 0) continue;
                var place = PlaceOf(oldHashes[i]);
                (hashes[place], lines[place]) = (oldHashes[i], oldLines[i]);
            }
        }
    }
}
