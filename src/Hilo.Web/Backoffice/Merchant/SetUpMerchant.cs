using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Merchant;

/// <summary>What the shop is called and how it looks. Until somebody sells, the same form asks who.</summary>
internal static class SetUpMerchant
{
    private const string Here = "/oficina/tienda";

    // Far above what a logo may weigh, so that a photo straight from a camera is refused with words.
    private const long LargestUpload = 64L * 1024 * 1024;

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/tienda", ShowAsync);
        office.MapPost("/tienda", SaveAsync);
        office.MapPost("/tienda/logo", SaveLogoAsync).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
        office.MapPost("/tienda/logo/baja", RemoveLogoAsync);
    }

    public static int VersionSeen(FormFields form, MerchantView merchant) =>
        int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : merchant.Version;

    private static async Task<IResult> ShowAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var merchant = await client.Merchant.GetAsync(cancel);
        return await PageAsync(merchant, merchant.Version, MerchantForm.Of(merchant), null, null, shells, cancel);
    }

    private static async Task<IResult> SaveAsync(IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var (fields, merchant) = (FormFields.Of(form), await client.Merchant.GetAsync(cancel));
        var seen = VersionSeen(fields, merchant);
        var request = MerchantForm.Read(fields, merchant);
        if (merchant.LegalEntities.Count == 0 && LegalEntityForm.Read(fields, null, []) is { } first) request = request is null ? null : request with { LegalEntities = [first] };
        if (request is null || fields.Errors.Count > 0) return await PageAsync(merchant, seen, fields, null, null, shells, cancel, 422);
        if ((await client.Merchant.SaveAsync(seen, request, FormKey.Of(form), cancel)).Refused(out var problem, out _))
            // After a conflict was shown, saving again means it.
            return await PageAsync(merchant, problem.Code == "edit.conflict" ? merchant.Version : seen, fields, problem, null, shells, cancel, problem.Status);
        Flash.Say(context, MerchantTexts.Saved);
        return Page.GoTo(Here);
    }

    private static async Task<IResult> SaveLogoAsync(IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if (form.Files.GetFile("logo") is not { Length: > 0 } file) return await LogoRefusedAsync(LogoTexts.Missing, 422, client, shells, cancel);
        await using var picture = file.OpenReadStream();
        if ((await client.Merchant.SaveLogoAsync(picture, cancel)).Refused(out var problem, out _))
            return await LogoRefusedAsync(
                problem.Status == StatusCodes.Status413PayloadTooLarge ? LogoTexts.TooLarge : problem.Code == "merchant.logo_unfit" ? LogoTexts.Unfit : problem.Title ?? problem.Detail,
                problem.Status, client, shells, cancel);
        Flash.Say(context, LogoTexts.Saved);
        return Page.GoTo(Here);
    }

    private static async Task<IResult> RemoveLogoAsync(HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if (await client.Merchant.RemoveLogoAsync(cancel) is { } problem) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        Flash.Say(context, LogoTexts.Removed);
        return Page.GoTo(Here);
    }

    private static async Task<IResult> LogoRefusedAsync(string error, int status, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var merchant = await client.Merchant.GetAsync(cancel);
        return await PageAsync(merchant, merchant.Version, MerchantForm.Of(merchant), null, error, shells, cancel, status);
    }

    private static async Task<IResult> PageAsync(
        MerchantView merchant, int version, FormFields fields, Problem? refusal, string? logoError, OfficeShells shells, CancellationToken cancel, int status = 200)
    {
        var shell = await shells.LoadAsync(cancel);
        return shell.May(Permissions.SettingsManage)
            ? Page.Of<MerchantPage>(new { Shell = shell, Merchant = merchant, Version = version, Fields = fields, Refusal = refusal, LogoError = logoError }, status)
            : Page.GoTo("/oficina");
    }
}
