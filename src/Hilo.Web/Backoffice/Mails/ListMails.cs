namespace Hilo.Web.Backoffice.Mails;

internal static class ListMails
{
    public static readonly string[] Tabs = ["all", "queued", "sent", "failed"];

    public static void Map(RouteGroupBuilder office) => office.MapGet("/correos", HandleAsync);

    private static async Task<IResult> HandleAsync(string? q, string? vista, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        MailState? state = Word<MailState>.TryParse(vista, null, out var word) ? word.Value : null;
        return (await client.Mails.ListAsync(q, state, trail.Cursor, cancel)).Refused(out var problem, out var page)
            ? await OfficeRefusals.PageAsync(problem, shells, cancel)
            : Page.Of<MailsPage>(new { Shell = await shells.LoadAsync(cancel), Mails = page, Tab = state is null ? "all" : vista, Search = q, Trail = trail });
    }
}
