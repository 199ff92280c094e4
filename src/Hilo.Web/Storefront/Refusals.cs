namespace Hilo.Web.Storefront;

/// <summary>A refusal of the API as a page of the shop.</summary>
internal static class Refusals
{
    public static async Task<IResult> PageAsync(Problem problem, ShopShells shells, CancellationToken cancel) => problem.Status == StatusCodes.Status404NotFound
        ? await NotFoundAsync(shells, cancel)
        : Page.Of<Refusal>(new { Shell = await shells.LoadAsync(cancel), Title = problem.Title ?? StorefrontTexts.SomethingFailed, Text = problem.WhatToDo ?? problem.Detail }, problem.Status);

    public static async Task<IResult> NotFoundAsync(ShopShells shells, CancellationToken cancel) => Page.Of<Refusal>(
        new { Shell = await shells.LoadAsync(cancel), Title = StorefrontTexts.NotFound, Text = StorefrontTexts.NotFoundText }, StatusCodes.Status404NotFound);
}
