using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>A month of the books, by the dates of documents.</summary>
internal readonly record struct BookMonth(DateOnly First)
{
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>As it is stored: 202611.</summary>
    public int Number => First.Year * 100 + First.Month;

    /// <summary>Its first moment in Argentina.</summary>
    public DateTimeOffset Begins => new(First.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(-3));

    public DateTimeOffset Ends => new(First.AddMonths(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(-3));

    /// <param name="text">2026-11.</param>
    public static Result<BookMonth> Parse(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? new BookMonth(first) : InvoicingProblems.BadMonth;

    public static BookMonth Of(int number) => new(new DateOnly(number / 100, number % 100, 1));

    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
