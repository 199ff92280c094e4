namespace Hilo.Web.Backoffice.Papers;

/// <summary>The fiscal papers of an order for the printer of the counter, whichever store sold it.</summary>
internal static class PrintPaper
{
    public static void Map(RouteGroupBuilder office) => office.MapGet("/papeles/{id:guid}", HandleAsync);

    public static async Task<IReadOnlyList<ShopDocument>> OfAsync(OrderId order, HiloClient client, CancellationToken cancel) =>
        (await client.Invoicing.PapersAsync(order, cancel)).Refused(out _, out var papers) ? [] : papers;

    /// <summary>Without a name for the file: the browser shows it, ready to be printed.</summary>
    private static async Task<IResult> HandleAsync(FiscalDocumentId id, string? papel, HiloClient client, CancellationToken cancel) =>
        (await client.Invoicing.PrintAsync(id, papel, cancel)).Refused(out _, out var file) ? Page.GoTo("/oficina") : TypedResults.File(file, "application/pdf");
}
