using System.Globalization;

namespace Hilo.Web.Backoffice.Products;

/// <summary>One product: as it is, and saved over the version that the person saw.</summary>
internal static class EditProduct
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/productos/{id:guid}", ShowAsync);
        office.MapPost("/productos/{id:guid}", SaveAsync);
    }

    private static async Task<IResult> ShowAsync(ProductId id, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await LoadAsync(id, client, shells, cancel)).Refused(out var problem, out var page)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return page.Answer(page.Saved, page.Product.Version);
    }

    private static async Task<IResult> SaveAsync(ProductId id, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await LoadAsync(id, client, shells, cancel)).Refused(out var problem, out var page)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        var draft = ProductDraft.Of(page.Product, page.List, form);
        // Until a conflict was shown, the version stays the one that the person saw.
        var seen = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : page.Product.Version;
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (draft.Read(page.Product, page.List, page.Saved, errors) is not { } request) return page.Answer(draft, seen, errors, status: 422);
        if ((await client.Catalog.SaveProductAsync(id, seen, request, cancel)).Refused(out problem, out _))
            return problem.Code == "edit.conflict"
                ? page.Answer(draft, page.Product.Version, hasConflict: true, status: problem.Status)
                : page.Answer(draft, seen, refusal: problem, status: problem.Status);
        Flash.Say(context, ProductTexts.Saved);
        return Page.GoTo($"/oficina/productos/{id}");
    }

    private static async Task<Result<Editor>> LoadAsync(ProductId id, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Catalog.ProductAsync(id, cancel)).Refused(out var problem, out var product)) return problem;
        if ((await client.Catalog.PriceListsAsync(cancel)).Refused(out problem, out var lists)) return problem;
        if ((await client.Catalog.CategoriesAsync(cancel)).Refused(out problem, out var categories)) return problem;
        var shell = await shells.LoadAsync(cancel);
        var list = lists.First(l => l.IsDefault);
        return new Editor(shell, product, list, [.. categories.Where(c => product.Categories.Contains(c.Id)).Select(c => c.Name)], ProductDraft.Of(product, list, shell.Now));
    }

    private sealed record Editor(OfficeShell Shell, ProductView Product, PriceListView List, IReadOnlyList<string> Categories, ProductDraft Saved)
    {
        public IResult Answer(ProductDraft draft, int version, Dictionary<string, string>? errors = null, bool hasConflict = false, Problem? refusal = null, int status = 200) =>
            Page.Of<ProductPage>(new { Shell, Product, Categories, Saved, Draft = draft, Version = version, Errors = errors ?? [], HasConflict = hasConflict, Refusal = refusal }, status);
    }
}
