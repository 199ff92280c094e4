namespace Hilo.Catalog;

/// <summary>A thing that is sold, in one or more variants. Rules only: no database, no clock.</summary>
internal sealed class Product
{
    public const int MostOptions = 3;

    /// <summary>As many as the largest peers allow.</summary>
    public const int MostVariants = 2_048;
    public const int LongestTitle = 255;
    public const int LongestHandle = 255;
    public const int LongestWords = 120;
    public const int LongestDescription = 20_000;

    public required ProductId Id { get; init; }
    public required string Handle { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public string? Brand { get; private set; }
    public string? ProductType { get; private set; }
    public ProductStatus Status { get; private set; }
    public IReadOnlyList<ProductOption> Options { get; private set; } = [];
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public IReadOnlyList<NamedText> Attributes { get; private set; } = [];
    public string SearchText { get; private set; } = "";
    public int Version { get; private set; }

    /// <summary>Retired ones included.</summary>
    public List<Variant> Variants { get; set; } = [];
    public List<Picture> Pictures { get; set; } = [];
    public List<CategoryId> Categories { get; set; } = [];

    public IEnumerable<Variant> Sold => Variants.Where(v => v.RetiredAt is null).OrderBy(v => v.Rank);

    /// <summary>Makes the product what the draft says. Answers what changed; a refusal leaves the product unusable, so it is thrown away.</summary>
    /// <param name="isSkuTaken">Asked only for SKUs that are made up here.</param>
    public Result<ProductChange> Apply(ProductDraft draft, DateTimeOffset now, Func<string, bool> isSkuTaken)
    {
        var isNew = Version == 0;
        if ((draft.Title ?? Title).Trim() is not { Length: > 0 } title) return ProductProblems.TitleMissing;
        var change = new ProductChange { IsNew = isNew };

        change.Facts |= Set(Title, title, t => Title = t);
        change.Facts |= Set(Handle, draft.Handle ?? Handle, h => Handle = h);
        change.Facts |= Set(Description, draft.Description?.Trim() ?? Description, d => Description = d);
        change.Facts |= Set(Brand, Said(draft.Brand, Brand), b => Brand = b);
        change.Facts |= Set(ProductType, Said(draft.ProductType, ProductType), t => ProductType = t);
        change.Facts |= Set(Status, draft.Status ?? Status, s => Status = s);
        if (draft.Tags is { } tags) change.Facts |= SetList(Tags, Clean(tags), t => Tags = t);
        if (draft.Attributes is { } attributes) change.Facts |= SetList(Attributes, draft.KeepsUnnamed ? Merged(attributes) : [.. attributes], a => Attributes = a);

        ApplyPictures(draft, change);
        if (ApplyOptions(draft, change) is { } badOptions) return badOptions;
        if (ApplyVariants(draft, change, now, isSkuTaken) is { } badVariants) return badVariants;
        ApplyCategories(draft, change);

        change.Facts |= Set(SearchText, WordsToFind(), s => SearchText = s);
        if (!change.IsEmpty || isNew) (Version, ChangedAt) = (Version + 1, now);
        return change;
    }

    private Problem? ApplyOptions(ProductDraft draft, ProductChange change)
    {
        var options = draft.Options ?? Options;
        if (options.Any(o => string.IsNullOrWhiteSpace(o.Name))) return ProductProblems.OptionNameMissing;
        if (options.Select(o => Fold.Key(o.Name)).Distinct().Count() < options.Count) return ProductProblems.OptionTwice;
        // A file names the values that it has: those already known keep their order and come first.
        var merged = options.Select((option, i) =>
        {
            var known = draft.KeepsUnnamed && i < Options.Count ? Options[i].Values : [];
            var used = draft.Variants.Where(v => v.OptionValues.Count > i).Select(v => v.OptionValues[i]);
            return new ProductOption(option.Name.Trim(), [.. known.Concat(option.Values ?? []).Concat(used).Select(v => v.Trim()).Where(v => v.Length > 0).Distinct()]);
        }).ToList();
        var same = merged.Count == Options.Count && merged.Zip(Options).All(p => p.First.Name == p.Second.Name && p.First.Values.SequenceEqual(p.Second.Values));
        if (!same) (Options, change.Facts) = (merged, true);
        return null;
    }

    private Problem? ApplyVariants(ProductDraft draft, ProductChange change, DateTimeOffset now, Func<string, bool> isSkuTaken)
    {
        var named = new HashSet<VariantId>();
        // What is made up avoids these too, in whatever order the rows stand.
        var skus = Variants.Select(v => v.Sku).Concat(draft.Variants.Select(v => v.Sku).OfType<string>()).ToHashSet();
        var rank = draft.KeepsUnnamed && Variants.Count > 0 ? Variants.Max(v => v.Rank) + 1 : 0;
        foreach (var wanted in draft.Variants)
        {
            if (wanted.OptionValues.Count != Options.Count || wanted.OptionValues.Any(string.IsNullOrWhiteSpace))
                return ProductProblems.OptionValuesMissing(wanted.OptionValues.Count, Options.Count);
            if (Find(wanted) is not { } variant)
            {
                if (wanted.Id is { } unknown) return ProductProblems.UnknownVariant(unknown);
                variant = new Variant { Id = IId<VariantId>.New(), ProductId = Id, Rank = draft.KeepsUnnamed ? rank++ : rank };
                Variants.Add(variant);
                change.NewVariants.Add(variant);
            }
            if (!named.Add(variant.Id)) return ProductProblems.SameOptions(wanted.OptionValues);
            var differs = variant.Apply(wanted, PictureOf(wanted));
            if (!draft.KeepsUnnamed) differs |= variant.MoveTo(rank++);
            if (variant.Sku.Length == 0) variant.Sku = Sku.For(Handle, variant.OptionValues, variant.Id, sku => isSkuTaken(sku) || !skus.Add(sku));
            if (differs && !change.NewVariants.Contains(variant)) change.ChangedVariants.Add(variant);
            change.Named.Add((variant, wanted));
        }
        foreach (var unnamed in Variants.Where(v => v.RetiredAt is null && !named.Contains(v.Id)))
        {
            if (draft.KeepsUnnamed) continue;
            unnamed.Retire(now);
            change.ChangedVariants.Add(unnamed);
        }
        return CheckSold();
    }

    private Problem? CheckSold()
    {
        var sold = Sold.ToList();
        if (sold.FirstOrDefault(v => v.OptionValues.Count != Options.Count) is { } odd)
            return ProductProblems.OptionValuesMissing(odd.OptionValues.Count, Options.Count);
        // Who says nothing of its codes keeps them, and a retired one keeps its SKU.
        if (Variants.GroupBy(v => v.Sku).FirstOrDefault(g => g.Count() > 1) is { } sku) return ProductProblems.SkuTaken(sku.Key);
        if (sold.GroupBy(v => v.Gtin).FirstOrDefault(g => g.Key is not null && g.Count() > 1) is { } gtin) return ProductProblems.GtinTaken(gtin.Key!);
        return sold.GroupBy(v => string.Join('\n', v.OptionValues)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? ProductProblems.SameOptions(twice.First().OptionValues)
            : null;
    }

    /// <summary>The identity of a row: its id, else its SKU, else its option values.</summary>
    private Variant? Find(VariantDraft wanted)
    {
        if (wanted.Id is { } id) return Variants.Find(v => v.Id == id);
        if (wanted.Sku is { } sku && Variants.Find(v => v.Sku == sku) is { } bySku) return bySku;
        return Variants.Find(v => v.RetiredAt is null && v.OptionValues.SequenceEqual(wanted.OptionValues));
    }

    private void ApplyPictures(ProductDraft draft, ProductChange change)
    {
        if (draft.Pictures is not { } wanted) return;
        var rank = draft.KeepsUnnamed && Pictures.Count > 0 ? Pictures.Max(p => p.Rank) + 1 : 0;
        var named = new HashSet<PictureId>();
        foreach (var (url, alt) in wanted)
        {
            if (Pictures.Find(p => p.SourceUrl == url) is not { } picture)
            {
                picture = new Picture { Id = IId<PictureId>.New(), ProductId = Id, SourceUrl = url, Alt = alt, Rank = rank++ };
                Pictures.Add(picture);
                change.NewPictures.Add(picture);
                named.Add(picture.Id);
                continue;
            }
            if (!named.Add(picture.Id)) continue;
            var differs = alt.Length > 0 && Set(picture.Alt, alt, a => picture.Alt = a);
            if (!draft.KeepsUnnamed) differs |= Set(picture.Rank, rank++, r => picture.Rank = r);
            if (differs && !change.NewPictures.Contains(picture)) change.ChangedPictures.Add(picture);
        }
        if (draft.KeepsUnnamed) return;
        change.RemovedPictures.AddRange(Pictures.Where(p => !named.Contains(p.Id)));
        foreach (var gone in change.RemovedPictures)
        {
            Pictures.Remove(gone);
            foreach (var variant in Variants.Where(v => v.PictureId == gone.Id)) variant.LosePicture(change);
        }
    }

    private PictureId? PictureOf(VariantDraft wanted) =>
        wanted.PictureUrl is { } url ? Pictures.Find(p => p.SourceUrl == url)?.Id : null;

    private void ApplyCategories(ProductDraft draft, ProductChange change)
    {
        if (draft.Categories is not { } wanted) return;
        change.NewCategories.AddRange(wanted.Distinct().Except(Categories));
        if (!draft.KeepsUnnamed) change.RemovedCategories.AddRange(Categories.Except(wanted));
        Categories = [.. Categories.Except(change.RemovedCategories), .. change.NewCategories];
    }

    private string WordsToFind() =>
        Fold.Of(string.Join(' ', new[] { Title, Handle, Brand, ProductType }.Concat(Variants.SelectMany(v => new[] { v.Sku, v.Gtin })).Where(w => !string.IsNullOrEmpty(w))));

    private static string? Said(string? wanted, string? present) => wanted is null ? present : wanted.Trim() is { Length: > 0 } said ? said : null;

    /// <summary>A file tells of some facts; the others stay, each in its place.</summary>
    private List<NamedText> Merged(IReadOnlyList<NamedText> told) =>
        [.. Attributes.Select(a => told.FirstOrDefault(t => t.Name == a.Name) ?? a), .. told.Where(t => !Attributes.Any(a => a.Name == t.Name))];

    private static List<string> Clean(IEnumerable<string> words) => [.. words.Select(w => w.Trim()).Where(w => w.Length > 0).Distinct()];

    private static bool Set<T>(T present, T wanted, Action<T> set)
    {
        if (EqualityComparer<T>.Default.Equals(present, wanted)) return false;
        set(wanted);
        return true;
    }

    private static bool SetList<T>(IReadOnlyList<T> present, List<T> wanted, Action<List<T>> set)
    {
        if (present.SequenceEqual(wanted)) return false;
        set(wanted);
        return true;
    }
}
