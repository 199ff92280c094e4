namespace Hilo.Web.Backoffice.Merchant;

/// <summary>Adds and changes who sells. The API takes the settings whole, so that the others and the shop's own go along as they are.</summary>
internal static class ManageLegalEntities
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/tienda/razones/nueva", NewAsync);
        office.MapPost("/tienda/razones/nueva", (IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel) => SaveAsync(null, form, context, client, shells, cancel));
        office.MapGet("/tienda/razones/{id:guid}", ShowAsync);
        office.MapPost("/tienda/razones/{id:guid}", (LegalEntityId id, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel) => SaveAsync(id, form, context, client, shells, cancel));
    }

    private static async Task<IResult> NewAsync(HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        await PageAsync(null, (await client.Merchant.GetAsync(cancel)).Version, FormFields.Empty, null, shells, cancel);

    private static async Task<IResult> ShowAsync(LegalEntityId id, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var merchant = await client.Merchant.GetAsync(cancel);
        return merchant.LegalEntities.FirstOrDefault(e => e.Id == id) is { } entity ? await PageAsync(entity, merchant.Version, LegalEntityForm.Of(entity), null, shells, cancel) : Page.GoTo("/oficina/tienda");
    }

    private static async Task<IResult> SaveAsync(LegalEntityId? id, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var (fields, merchant) = (FormFields.Of(form), await client.Merchant.GetAsync(cancel));
        var before = merchant.LegalEntities.FirstOrDefault(e => e.Id == id);
        if (id is not null && before is null) return Page.GoTo("/oficina/tienda");
        var seen = SetUpMerchant.VersionSeen(fields, merchant);
        if (LegalEntityForm.Read(fields, before, merchant.LegalEntities) is not { } entity) return await PageAsync(before, seen, fields, null, shells, cancel, 422);
        var request = MerchantForm.AsItIs(merchant);
        request = request with { LegalEntities = [.. request.LegalEntities.Where(e => e.Id != id), entity] };
        if ((await client.Merchant.SaveAsync(seen, request, FormKey.Of(form), cancel)).Refused(out var problem, out _))
            // After a conflict was shown, saving again means it.
            return await PageAsync(before, problem.Code == "edit.conflict" ? merchant.Version : seen, fields, problem, shells, cancel, problem.Status);
        Flash.Say(context, LegalEntityTexts.Saved(entity.Name));
        return Page.GoTo("/oficina/tienda");
    }

    private static async Task<IResult> PageAsync(LegalEntityView? entity, int version, FormFields fields, Problem? refusal, OfficeShells shells, CancellationToken cancel, int status = 200)
    {
        var shell = await shells.LoadAsync(cancel);
        return shell.May(Permissions.SettingsManage)
            ? Page.Of<LegalEntityPage>(new { Shell = shell, Entity = entity, Version = version, Fields = fields, Refusal = refusal }, status)
            : Page.GoTo("/oficina");
    }
}
