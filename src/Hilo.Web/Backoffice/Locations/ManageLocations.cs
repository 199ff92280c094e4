using System.Globalization;

namespace Hilo.Web.Backoffice.Locations;

/// <summary>Stores and warehouses: where they are, when they are open, what they do.</summary>
internal static class ManageLocations
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/sucursales", ListAsync);
        office.MapGet("/sucursales/nueva", NewAsync);
        office.MapPost("/sucursales/nueva", AddAsync);
        office.MapGet("/sucursales/{id:guid}", ShowAsync);
        office.MapPost("/sucursales/{id:guid}", SaveAsync);
    }

    private static async Task<IResult> ListAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var shell = await shells.LoadAsync(cancel);
        if (!shell.May(Permissions.SettingsManage)) return Page.GoTo("/oficina");
        return (await client.Stock.LocationsAsync(cancel)).Refused(out var problem, out var places)
            ? await OfficeRefusals.PageAsync(problem, shells, cancel)
            : Page.Of<LocationsPage>(new { Shell = shell, Places = places });
    }

    private static async Task<IResult> NewAsync(HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        await PageAsync(null, 0, LocationForm.New(await client.Merchant.GetAsync(cancel)), null, client, shells, cancel);

    private static async Task<IResult> AddAsync(IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var fields = FormFields.Of(form);
        if (LocationForm.Read(fields) is not { } request) return await PageAsync(null, 0, fields, null, client, shells, cancel, 422);
        if ((await client.Stock.CreateLocationAsync(request, FormKey.Of(form), cancel)).Refused(out var problem, out var place)) return await PageAsync(null, 0, fields, problem, client, shells, cancel, problem.Status);
        Flash.Say(context, LocationTexts.Saved(place.Name));
        return Page.GoTo("/oficina/sucursales");
    }

    private static async Task<IResult> ShowAsync(LocationId id, HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        (await client.Stock.LocationAsync(id, cancel)).Refused(out var problem, out var place)
            ? await OfficeRefusals.PageAsync(problem, shells, cancel)
            : await PageAsync(place, place.Version, LocationForm.Of(place), null, client, shells, cancel);

    private static async Task<IResult> SaveAsync(LocationId id, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Stock.LocationAsync(id, cancel)).Refused(out var problem, out var place)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var fields = FormFields.Of(form);
        var seen = int.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : place.Version;
        if (LocationForm.Read(fields) is not { } request) return await PageAsync(place, seen, fields, null, client, shells, cancel, 422);
        // Hours and notes that the form has no room for stay as they are.
        request = request with { Address = request.Address with { Notes = place.Address.Notes }, Hours = [.. request.Hours ?? [], .. Beyond(place)] };
        if ((await client.Stock.SaveLocationAsync(id, seen, request, FormKey.Of(form), cancel)).Refused(out problem, out var saved))
            // After a conflict was shown, saving again means it.
            return await PageAsync(place, problem.Code == "edit.conflict" ? place.Version : seen, fields, problem, client, shells, cancel, problem.Status);
        Flash.Say(context, LocationTexts.Saved(saved.Name));
        return Page.GoTo("/oficina/sucursales");
    }

    private static IEnumerable<OpeningHours> Beyond(LocationView place) => place.Hours.GroupBy(h => h.Day).SelectMany(day => day.OrderBy(h => h.Opens).Skip(LocationForm.Spans));

    private static async Task<IResult> PageAsync(
        LocationView? place, int version, FormFields fields, Problem? refusal, HiloClient client, OfficeShells shells, CancellationToken cancel, int status = 200)
    {
        var shell = await shells.LoadAsync(cancel);
        if (!shell.May(Permissions.SettingsManage)) return Page.GoTo("/oficina");
        var merchant = await client.Merchant.GetAsync(cancel);
        return Page.Of<LocationPage>(new { Shell = shell, Place = place, Version = version, Fields = fields, Entities = merchant.LegalEntities, Refusal = refusal }, status);
    }
}
