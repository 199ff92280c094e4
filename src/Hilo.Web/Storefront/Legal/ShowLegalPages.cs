namespace Hilo.Web.Storefront.Legal;

/// <summary>Conditions of sale and privacy, with the notices that the law words.</summary>
internal static class ShowLegalPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/terminos", (ShopShells shells, CancellationToken cancel) => ShowAsync("/terminos", LegalTexts.Terms, LegalTexts.TermsOf, shells, cancel));
        pages.MapGet("/privacidad", (ShopShells shells, CancellationToken cancel) => ShowAsync("/privacidad", LegalTexts.Privacy, LegalTexts.PrivacyOf, shells, cancel));
    }

    private static async Task<IResult> ShowAsync(string path, string title, Func<ShopShell, IReadOnlyList<LegalSection>> sections, ShopShells shells, CancellationToken cancel)
    {
        var shell = await shells.LoadAsync(cancel);
        return Page.Of<LegalPage>(new { Shell = shell, Title = title, Path = path, Sections = sections(shell) });
    }
}

public sealed record LegalSection(string Title, string Text);
