using Hilo.Conversations;
using Hilo.Platform;

namespace Hilo.Tests.Conversations;

public class Wording_mails
{
    private static readonly TimeZoneInfo BuenosAires = TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires");

    [Fact]
    public void Every_state_of_a_mail_can_be_reached() => Assert.Empty(Mail.Life.Unreachable());

    [Fact]
    public void Pauses_never_shrink() => Assert.Equal(Enumerable.Range(1, 20).Select(Mail.PauseAfter).Order(), Enumerable.Range(1, 20).Select(Mail.PauseAfter));

    [Fact]
    public void Every_mail_is_written_in_both_languages()
    {
        var written = typeof(Mail).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("templates/", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        foreach (var template in Enum.GetValues<MailTemplate>())
            foreach (var language in new[] { "es", "en" }) Assert.Contains($"templates/{language}/{Words.Of(template)}", written);
    }

    [Fact]
    public void Says_amounts_and_moments_as_its_reader_does()
    {
        var (es, en) = (MailWords.Of("es-AR"), MailWords.Of("en"));
        var at = new DateTimeOffset(2026, 11, 26, 2, 30, 0, TimeSpan.Zero);
        Assert.Equal(("$\u00A048.900", "$\u00A048.900,50", "– $\u00A010"), (es.Money(Money.Ars(48900)), es.Money(Money.Ars(48900.5m)), es.Money(Money.Ars(-10))));
        Assert.Equal("$\u00A048,900", en.Money(Money.Ars(48900)));
        Assert.Equal("miércoles 25 de noviembre a las 23:30", es.Moment(at, BuenosAires));
        Assert.Equal("Wednesday 25 November at 23:30", en.Moment(at, BuenosAires));
        Assert.Equal("0,75", es.Quantity(new Quantity(750)));
    }

    [Fact]
    public void Joins_days_with_the_same_hours()
    {
        OpeningHours Open(DayOfWeek day, int from, int to) => new(day, new TimeOnly(from, 0), new TimeOnly(to, 0));
        var hours = MailWords.Of("es").Hours(
        [
            Open(DayOfWeek.Monday, 9, 13), Open(DayOfWeek.Monday, 16, 20), Open(DayOfWeek.Tuesday, 9, 13), Open(DayOfWeek.Tuesday, 16, 20),
            Open(DayOfWeek.Thursday, 9, 20), Open(DayOfWeek.Sunday, 10, 12), Open(DayOfWeek.Saturday, 10, 12),
        ]);

        Assert.Equal(
            [new("lunes y martes", "09:00 a 13:00 y 16:00 a 20:00"), new("jueves", "09:00 a 20:00"), new("sábado y domingo", "10:00 a 12:00")],
            hours);
    }
}
