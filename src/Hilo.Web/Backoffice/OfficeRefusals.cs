namespace Hilo.Web.Backoffice;

/// <summary>A refusal of the API as a page of the back office.</summary>
internal static class OfficeRefusals
{
    public static async Task<IResult> PageAsync(Problem problem, OfficeShells shells, CancellationToken cancel) => Page.Of<OfficeRefusal>(
        new { Shell = await shells.LoadAsync(cancel), Title = problem.Title ?? OfficeTexts.NotFound, Text = problem.WhatToDo ?? problem.Detail }, problem.Status);
}
