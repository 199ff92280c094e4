namespace Hilo.Web.Backoffice.Team;

/// <summary>The people who work here: who they are, where, and from which browsers they are signed in.</summary>
internal static class ManageTeam
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/equipo", ListAsync);
        office.MapPost("/equipo", AddAsync);
        office.MapGet("/equipo/{id:guid}", ShowAsync);
        office.MapPost("/equipo/{id:guid}", ChangeAsync);
        office.MapPost("/equipo/{id:guid}/sesiones/{session:guid}", CloseAsync);
    }

    private static async Task<IResult> ListAsync(HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        await PageAsync(client, shells, null, null, cancel);

    private static async Task<IResult> PageAsync(HiloClient client, OfficeShells shells, StaffAdded? added, Problem? refused, CancellationToken cancel)
    {
        var shell = await shells.LoadAsync(cancel);
        if (!shell.May(Permissions.StaffManage)) return Page.GoTo("/oficina");
        var (people, locations) = ((await client.Staff.ListAsync(cancel)).Items, await LocationsAsync(client, cancel));
        return Page.Of<TeamPage>(new { Shell = shell, People = people, Locations = locations, Added = added, Refused = refused }, refused?.Status ?? StatusCodes.Status200OK);
    }

    private static async Task<IResult> AddAsync(IFormCollection form, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var request = new AddStaffRequest(form["email"].ToString().Trim(), form["name"].ToString().Trim(), RoleOf(form), PlacesOf(form));
        return (await client.Staff.AddAsync(request, FormKey.Of(form), cancel)).Refused(out var problem, out var added)
            ? await PageAsync(client, shells, null, problem, cancel)
            : await PageAsync(client, shells, added, null, cancel);
    }

    private static async Task<IResult> ShowAsync(StaffId id, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var shell = await shells.LoadAsync(cancel);
        if (!shell.May(Permissions.StaffManage)) return Page.GoTo("/oficina");
        if ((await client.Staff.ListAsync(cancel)).Items.FirstOrDefault(p => p.Id == id) is not { } person) return Page.GoTo("/oficina/equipo");
        var sessions = await client.Staff.SessionsAsync(id, cancel);
        return Page.Of<PersonPage>(new { Shell = shell, Person = person, Locations = await LocationsAsync(client, cancel), Sessions = sessions.Items });
    }

    private static async Task<IResult> ChangeAsync(StaffId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var version = int.TryParse(form["version"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known) ? known : 0;
        var request = new ChangeStaffRequest(form["name"].ToString().Trim(), RoleOf(form), form["active"] == "yes", PlacesOf(form));
        if ((await client.Staff.ChangeAsync(id, version, request, FormKey.Of(form), cancel)).Refused(out var problem, out var person))
        {
            Flash.Refuse(context, problem);
            return Page.GoTo($"/oficina/equipo/{id}");
        }
        Flash.Say(context, TeamTexts.Saved(person.Name));
        return Page.GoTo("/oficina/equipo");
    }

    private static async Task<IResult> CloseAsync(StaffId id, SessionId session, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if (await client.Staff.CloseSessionAsync(session, cancel) is { } problem) Flash.Refuse(context, problem);
        else Flash.Say(context, TeamTexts.Closed);
        return Page.GoTo($"/oficina/equipo/{id}");
    }

    private static async Task<IReadOnlyList<LocationView>> LocationsAsync(HiloClient client, CancellationToken cancel) =>
        (await client.Stock.LocationsAsync(cancel)).Refused(out _, out var places) ? [] : places;

    private static StaffRole RoleOf(IFormCollection form) => Word<StaffRole>.TryParse(form["role"], null, out var role) ? role.Value : StaffRole.Store;

    // Nothing ticked means every location.
    private static List<LocationId>? PlacesOf(IFormCollection form)
    {
        var places = form["locations"].Select(l => LocationId.TryParse(l, null, out var id) ? id : (LocationId?)null).OfType<LocationId>().ToList();
        return places.Count == 0 ? null : places;
    }
}
