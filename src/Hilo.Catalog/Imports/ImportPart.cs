namespace Hilo.Catalog;

/// <summary>A part of a file understood as far as it can be without the catalog: its products in order, and what is wrong with its rows.</summary>
internal sealed record ImportPart(int Number, IReadOnlyList<ImportGroup> Groups, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>The same bytes always give the same groups in the same order: a restart goes on where it stopped.</summary>
    public static ImportPart Read(int number, byte[] content, ImportColumns columns, Currency currency, DecimalMark mark, bool isChosen)
    {
        var reader = new RowReader(columns, currency, mark, isChosen);
        foreach (var row in ScannedRow.Unpack(content)) reader.Read(row);
        return new ImportPart(number, reader.Groups(), reader.Problems);
    }
}
