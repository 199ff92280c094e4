using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hilo.Platform;

/// <summary>How every capability's records look in the database; the same on both, so that queries and dumps read alike.</summary>
/// <remarks>Snake case names; ids <c>uuid</c> or <c>blob</c> of 16 bytes big-endian, so that version 7 sorts by time; instants as UTC ticks;
/// quantities as thousandths; money as two columns, <c>x_minor</c> and <c>x_currency</c>; enums as snake case text.</remarks>
internal static class StorageConventions
{
    public static void Configure(ModelConfigurationBuilder conventions, Assembly module, Dialect dialect)
    {
        foreach (var id in IdTypes(typeof(IEvent).Assembly).Concat(IdTypes(module)).Distinct())
        {
            var converter = dialect == Dialect.Postgres ? typeof(IdAsGuid<>) : typeof(IdAsBytes<>);
            conventions.Properties(id).HaveConversion(converter.MakeGenericType(id));
        }
        if (dialect == Dialect.Sqlite) conventions.Properties<Guid>().HaveConversion<GuidAsBytes>();
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantAsTicks>();
        conventions.Properties<Quantity>().HaveConversion<QuantityAsThousandths>();
        conventions.Properties<Currency>().HaveConversion<CurrencyAsCode>();
        conventions.ComplexProperties<Money>();
    }

    public static void Apply(ModelBuilder model, string prefix, Dialect dialect)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.IsOwned() || entity.GetTableName() is not { } table) continue;
            var name = Words.Snake(table);
            entity.SetTableName(name.StartsWith(prefix + "_", StringComparison.Ordinal) ? name : $"{prefix}_{name}");
        }
        foreach (var entity in model.Model.GetEntityTypes()) ApplyTo(entity, within: "");
    }

    private static void ApplyTo(IMutableTypeBase type, string within)
    {
        foreach (var property in type.GetProperties())
        {
            var given = property.FindAnnotation(RelationalAnnotationNames.ColumnName)?.Value as string;
            property.SetColumnName(given ?? within + Words.Snake(property.Name));
            // Callers make ids: a database-generated key behind a converter is a trap on SQLite.
            property.ValueGenerated = ValueGenerated.Never;
            var kind = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (kind.IsEnum && property.GetValueConverter() is null)
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumAsWord<>).MakeGenericType(kind))!);
        }
        foreach (var complex in type.GetComplexProperties()) ApplyTo(complex.ComplexType, $"{within}{Words.Snake(complex.Name)}_");
    }

    private static IEnumerable<Type> IdTypes(Assembly assembly) => assembly.GetTypes().Where(type =>
        type.IsValueType && !type.IsGenericType && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)));

    internal sealed class IdAsGuid<T>() : ValueConverter<T, Guid>(id => id.Value, value => From(value)) where T : struct, IId<T>
    {
        private static T From(Guid value) => T.From(value);
    }

    internal sealed class IdAsBytes<T>() : ValueConverter<T, byte[]>(id => id.Value.ToByteArray(true), bytes => From(bytes)) where T : struct, IId<T>
    {
        private static T From(byte[] bytes) => T.From(new Guid(bytes, bigEndian: true));
    }

    internal sealed class GuidAsBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => From(bytes))
    {
        private static Guid From(byte[] bytes) => new(bytes, bigEndian: true);
    }

    internal sealed class InstantAsTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    internal sealed class QuantityAsThousandths() : ValueConverter<Quantity, long>(q => q.Thousandths, t => new Quantity(t));

    internal sealed class CurrencyAsCode() : ValueConverter<Currency, string>(c => c.Code, code => Currency.Parse(code));

    internal sealed class EnumAsWord<T>() : ValueConverter<T, string>(value => Words.Of(value), word => Words.Parse<T>(word)) where T : struct, Enum;
}
