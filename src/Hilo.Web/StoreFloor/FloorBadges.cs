namespace Hilo.Web.StoreFloor;

/// <summary>When a thing is due, as loud as it is late.</summary>
internal static class FloorBadges
{
    public static BadgeLook? DueOf(FulfillmentOrderView work, FloorShell shell) => work.DueAt switch
    {
        null => null,
        { } due when due < shell.Now => Badges.NeedsAPerson(FloorTexts.Late(Format.Moment(due, shell.Now, shell.Zone))),
        { } due => Badges.Waits(FloorTexts.DueBy(Format.Moment(due, shell.Now, shell.Zone))),
    };
}
