using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Catalog;

/// <summary>Terms that mean the same to this shop's people.</summary>
internal sealed class Synonym
{
    public const int MostGroups = 1_000;
    public const int LongestTerm = 60;

    public required SynonymId Id { get; init; }
    public IReadOnlyList<string> Terms { get; set; } = [];
    public int Version { get; set; } = 1;

    public SynonymView View() => new(Id, Version, Terms);

    /// <summary>Makes the group what was asked for, or says why not.</summary>
    public Problem? Set(IReadOnlyList<string?> terms)
    {
        List<string> clean = [.. terms.Select(t => Fold.Cut(t?.Trim() ?? "", LongestTerm))];
        if (clean.Exists(t => ShopWords.In(t).Count == 0)) return SynonymProblems.Empty;
        if (clean.Select(t => string.Join(' ', ShopWords.In(t))).Distinct(StringComparer.Ordinal).Count() < clean.Count) return SynonymProblems.Twice;
        Terms = clean;
        return null;
    }
}

internal sealed class SynonymMapping : IEntityTypeConfiguration<Synonym>
{
    public void Configure(EntityTypeBuilder<Synonym> synonym)
    {
        synonym.ToTable("catalog_synonyms").HasKey(s => s.Id);
        synonym.Property(s => s.Terms).AsJson();
    }
}

internal static class SynonymProblems
{
    public static readonly Problem Empty = new("synonym.empty", "Every term has a letter or a digit.", 422);
    public static readonly Problem Twice = new("synonym.twice", "The group names one term twice.", 422);
    public static readonly Problem TooMany = new("synonym.too_many", $"A shop has {Synonym.MostGroups} groups of synonyms at most.", 422);
}
