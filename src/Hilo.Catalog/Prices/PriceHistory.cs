namespace Hilo.Catalog;

/// <summary>What a decision about one price does to its rows. Facts in, rows out.</summary>
internal sealed record PriceHistory(IReadOnlyList<Price> Ended, IReadOnlyList<Price> Opened)
{
    public static readonly PriceHistory Unchanged = new([], []);

    public bool IsUnchanged => Ended.Count + Opened.Count == 0;

    /// <param name="rows">Every row of the same list, variant and minimum quantity that is not over.</param>
    public static PriceHistory Set(IReadOnlyList<Price> rows, Price wanted)
    {
        if (wanted.IsTemporary) return SetTemporary(rows, wanted);
        var regular = rows.Where(r => !r.IsTemporary).ToList();
        if (regular.Exists(r => r.ValidTo is null && r.ValidFrom <= wanted.ValidFrom && r.AmountMinor == wanted.AmountMinor && r.FormerMinor == wanted.FormerMinor))
            return Unchanged;
        return new([.. regular.Where(r => r.ValidTo is null || r.ValidTo > wanted.ValidFrom).Select(r => EndAt(r, wanted.ValidFrom))], [wanted]);
    }

    /// <summary>Ends what is in force and takes back what was planned.</summary>
    public static PriceHistory End(IReadOnlyList<Price> rows, DateTimeOffset now) => new([.. rows.Where(r => !r.IsOver(now)).Select(r => EndAt(r, now))], []);

    private static PriceHistory SetTemporary(IReadOnlyList<Price> rows, Price wanted)
    {
        var sameStart = rows.Where(r => r.IsTemporary && r.ValidFrom == wanted.ValidFrom && r.ValidTo > wanted.ValidFrom).ToList();
        return sameStart.Exists(r => (r.ValidTo, r.AmountMinor, r.FormerMinor) == (wanted.ValidTo, wanted.AmountMinor, wanted.FormerMinor))
            ? Unchanged
            : new([.. sameStart.Select(r => EndAt(r, wanted.ValidFrom))], [wanted]);
    }

    // A row that never came into force ends where it begins.
    private static Price EndAt(Price row, DateTimeOffset at)
    {
        row.ValidTo = row.ValidFrom > at ? row.ValidFrom : at;
        return row;
    }
}
