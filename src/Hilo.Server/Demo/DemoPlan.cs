namespace Hilo.Server.Demo;

/// <summary>How one of the planned sales goes.</summary>
internal enum DemoWay { WebPickupCard, WebShipCard, WebShipTransfer, WebPickupTransfer, WebPickupCash, PhoneShip, Counter }

/// <summary>What becomes of it.</summary>
internal enum DemoFate { Usual, NeverPaid, NeverCollected, CanceledByShopper, CanceledByShop, FirstCardRefused, AnotherCollects }

/// <summary>What somebody does at a moment.</summary>
internal enum DemoAct { Place, Pay, Accept, Pick, Pack, Ready, Ship, Deliver, Collect, HandOver, CancelByShopper, CancelByShop, SettleRefunds, Receive, ExpireUnpaid, ExpirePickups }

internal sealed record PlannedSale(int Number, DateTimeOffset At, DemoPerson Person, DemoWay Way, DemoFate Fate);

/// <param name="Sale">Null for what belongs to no sale.</param>
internal sealed record PlannedStep(DateTimeOffset At, DemoAct Act, PlannedSale? Sale);

/// <summary>Six weeks of the invented shop, the same for the same last day: a filling that was stopped finds the same plan again.</summary>
internal static class DemoPlan
{
    public const int Days = 42;
    public const int PickupHoldDays = 5;

    /// <summary>Where the catalog and the first stock come from.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromDays(Days + 2);

    private const int Seed = 20_240_117;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(DemoPlaces.TimeZone);

    /// <summary>A week of a retailer: more on Fridays and Saturdays, no counter on Sundays.</summary>
    private static readonly DemoWay[] Ways =
    [
        DemoWay.WebPickupCard, DemoWay.WebShipCard, DemoWay.Counter, DemoWay.WebShipTransfer, DemoWay.WebPickupCash, DemoWay.WebPickupCard,
        DemoWay.PhoneShip, DemoWay.Counter, DemoWay.WebShipCard, DemoWay.WebPickupTransfer, DemoWay.WebPickupCard,
    ];

    /// <summary>In the order in which they happen, until the end.</summary>
    public static IReadOnlyList<PlannedStep> Until(DateTimeOffset end)
    {
        var steps = Sales(end).SelectMany(Steps).Concat(Everyday(end));
        return [.. steps.Where(s => s.At <= end).OrderBy(s => s.At).ThenBy(s => s.Sale?.Number ?? -1).ThenBy(s => s.Act)];
    }

    /// <summary>The same numbers for the same sale, however often the plan is made.</summary>
    public static Random Dice(int of) => new(HashCode(Seed, of));

    private static IEnumerable<PlannedSale> Sales(DateTimeOffset end)
    {
        var number = 0;
        for (var day = Days; day >= 0; day--)
        {
            var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end, Zone).DateTime).AddDays(-day);
            var dice = Dice(-1 - day);
            // The last two days are busy: that is what the visitor finds on the desks.
            var count = day < 2 ? 6 : date.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday ? 4 : date.DayOfWeek == DayOfWeek.Sunday ? 1 : dice.Next(2, 4);
            for (var i = 0; i < count; i++, number++)
            {
                var way = Ways[number % Ways.Length];
                if (way == DemoWay.Counter && date.DayOfWeek == DayOfWeek.Sunday) way = DemoWay.WebShipCard;
                var at = Moment(date, way is DemoWay.Counter or DemoWay.PhoneShip ? dice.Next(10 * 60, 19 * 60) : dice.Next(8 * 60, 22 * 60));
                // Today's sales are those that have happened by now, the youngest a few minutes ago.
                if (day == 0) at = end - TimeSpan.FromMinutes(4 + (count - 1 - i) * 37);
                var person = dice.Next(2) == 0 ? DemoPeople.All[number % DemoPeople.Regulars] : DemoPeople.All[dice.Next(DemoPeople.All.Count)];
                yield return new PlannedSale(number, at, person, way, FateOf(number, way));
            }
        }
    }

    private static DemoFate FateOf(int number, DemoWay way) => (way, number % 7) switch
    {
        (DemoWay.WebShipTransfer or DemoWay.WebPickupTransfer, 2 or 5) => DemoFate.NeverPaid,
        (DemoWay.WebPickupCash or DemoWay.WebPickupCard, 3) => DemoFate.NeverCollected,
        (DemoWay.WebPickupCard, 5) => DemoFate.AnotherCollects,
        (DemoWay.WebShipCard, 1) => DemoFate.CanceledByShopper,
        (DemoWay.WebShipCard or DemoWay.WebPickupCard, 6) => DemoFate.FirstCardRefused,
        (DemoWay.WebShipTransfer or DemoWay.PhoneShip, 4) => DemoFate.CanceledByShop,
        _ => DemoFate.Usual,
    };

    private static IEnumerable<PlannedStep> Steps(PlannedSale sale)
    {
        var dice = Dice(sale.Number * 31 + 7);
        yield return Step(TimeSpan.Zero, DemoAct.Place);
        if (sale.Way == DemoWay.Counter)
        {
            yield return Step(TimeSpan.FromMinutes(1), DemoAct.HandOver);
            yield break;
        }
        if (sale.Way is DemoWay.WebShipTransfer or DemoWay.WebPickupTransfer)
        {
            if (sale.Fate == DemoFate.NeverPaid)
            {
                yield return Step(TimeSpan.FromMinutes(62), DemoAct.ExpireUnpaid);
                yield break;
            }
            yield return Step(TimeSpan.FromMinutes(dice.Next(9, 48)), DemoAct.Pay);
        }
        if (sale.Fate == DemoFate.CanceledByShopper)
        {
            yield return Step(TimeSpan.FromMinutes(dice.Next(52, 90)), DemoAct.CancelByShopper);
            yield break;
        }
        if (sale.Fate == DemoFate.CanceledByShop)
        {
            yield return Step(TimeSpan.FromHours(3), DemoAct.CancelByShop);
            yield return new PlannedStep(Open(sale.At + TimeSpan.FromHours(dice.Next(27, 50))), DemoAct.SettleRefunds, sale);
            yield break;
        }
        // Stores prepare when they are open: what comes in the evening waits for the morning.
        var begun = Open(sale.At + TimeSpan.FromMinutes(dice.Next(55, 110)));
        yield return new PlannedStep(begun, DemoAct.Accept, sale);
        yield return new PlannedStep(begun + TimeSpan.FromMinutes(dice.Next(18, 40)), DemoAct.Pick, sale);
        yield return new PlannedStep(begun + TimeSpan.FromMinutes(dice.Next(44, 70)), DemoAct.Pack, sale);
        if (sale.Way is DemoWay.WebShipCard or DemoWay.WebShipTransfer or DemoWay.PhoneShip)
        {
            var left = Open(begun + TimeSpan.FromHours(dice.Next(3, 8)));
            yield return new PlannedStep(left, DemoAct.Ship, sale);
            yield return new PlannedStep(Open(left + TimeSpan.FromHours(dice.Next(28, 96))), DemoAct.Deliver, sale);
            yield break;
        }
        var ready = begun + TimeSpan.FromMinutes(72);
        yield return new PlannedStep(ready, DemoAct.Ready, sale);
        if (sale.Fate == DemoFate.NeverCollected)
        {
            var over = ready + TimeSpan.FromDays(PickupHoldDays) + TimeSpan.FromMinutes(5);
            yield return new PlannedStep(over, DemoAct.ExpirePickups, sale);
            // A pickup that waited for cash has its money's deadline with it.
            yield return new PlannedStep(over, DemoAct.ExpireUnpaid, sale);
        }
        else
        {
            yield return new PlannedStep(Open(ready + TimeSpan.FromHours(dice.Next(2, 70))), DemoAct.Collect, sale);
        }

        PlannedStep Step(TimeSpan after, DemoAct act) => new(sale.At + after, act, sale);
    }

    private static IEnumerable<PlannedStep> Everyday(DateTimeOffset end)
    {
        for (var day = Days - 2; day > 0; day -= 3) yield return new PlannedStep(Open(end - TimeSpan.FromDays(day)), DemoAct.Receive, null);
    }

    private static DateTimeOffset Moment(DateOnly date, int minute)
    {
        var local = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The same moment when shops are open, else the next morning of a workday.</summary>
    private static DateTimeOffset Open(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        var date = DateOnly.FromDateTime(local);
        var isLate = local.Hour >= 18;
        if (isLate) date = date.AddDays(1);
        var waits = isLate || local.Hour < 10 || date.DayOfWeek == DayOfWeek.Sunday;
        if (date.DayOfWeek == DayOfWeek.Sunday) date = date.AddDays(1);
        return waits ? Moment(date, 10 * 60 + 15 + local.Minute) : at;
    }

    private static int HashCode(int seed, int of) => unchecked((int)(((uint)seed * 2_654_435_761u) ^ ((uint)of * 2_246_822_519u)));
}
