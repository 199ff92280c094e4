using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Platform;

internal enum NoteState
{
    Open,
    HandedOver,
}

internal readonly record struct NoteId(Guid Value) : IId<NoteId>
{
    public static NoteId From(Guid value) => new(value);
}

/// <summary>A record with a column of every kind: the smallest capability there can be.</summary>
internal sealed class Note
{
    public required NoteId Id { get; init; }
    public string Text { get; set; } = "";
    public NoteState State { get; set; }
    public NoteState? Before { get; set; }
    public LocationId? LocationId { get; set; }
    public Guid? Reference { get; set; }
    public Money Price { get; set; } = Money.Ars(0);
    public Quantity Weight { get; set; }
    public Quantity? Tare { get; set; }
    public DateTimeOffset WrittenAt { get; set; }
    public DateTimeOffset? HandedOverAt { get; set; }
    public bool IsUrgent { get; set; }
    public int Version { get; set; }
}

internal sealed class NotesDb(DbContextOptions<NotesDb> options) : ModuleDb(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void Map(ModelBuilder model) => model.ApplyConfiguration(new NoteMapping());

    private sealed class NoteMapping : IEntityTypeConfiguration<Note>
    {
        public void Configure(EntityTypeBuilder<Note> note) => note.Property(n => n.Version).IsConcurrencyToken();
    }
}

[EventName("notes.written")]
internal sealed record NoteWritten(NoteId NoteId, int Number) : IEvent
{
    public Guid Subject => NoteId.Value;
}

internal static class NotesModule
{
    public static IServiceCollection AddNotes(this IServiceCollection services) => services
        .AddModuleDb<NotesDb>(tablePrefix: "notes")
        .AddEvents(typeof(NoteWritten).Assembly);
}
