using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Catalog;

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.ToTable("catalog_imports").HasKey(i => i.Id);
        import.Property(i => i.ColumnNames).AsJson();
        import.Ignore(i => i.IsOpen);
        import.Ignore(i => i.IsTried);
    }
}

internal sealed class ImportProblemMapping : IEntityTypeConfiguration<ImportProblemRow>
{
    public void Configure(EntityTypeBuilder<ImportProblemRow> problem) =>
        problem.ToTable("catalog_import_problems").HasKey(p => new { p.ImportId, p.Number });
}
