namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>Deliveries for the ERP: make one, download it as often as wanted, say that it arrived.</summary>
internal static class ExportToErp
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes/exportacion", ListAsync);
        office.MapPost("/comprobantes/exportacion", DeliverAsync);
        office.MapGet("/comprobantes/exportacion/{id:guid}", FileAsync);
        office.MapPost("/comprobantes/exportacion/{id:guid}", AcknowledgeAsync);
    }

    private static async Task<IResult> ListAsync(HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.DeliveriesAsync(cancel)).Refused(out var problem, out var deliveries) || (await client.Invoicing.LayoutsAsync(cancel)).Refused(out problem, out var layouts))
            return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return Page.Of<ExportPage>(new { Shell = await shells.LoadAsync(cancel), Deliveries = deliveries, Layouts = layouts });
    }

    private static async Task<IResult> DeliverAsync(IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Invoicing.DeliverAsync(FormKey.Of(form), cancel)).Refused(out var problem, out var made)) Flash.Refuse(context, problem);
        else Flash.Say(context, ExportTexts.WasMade(made.Number, made.Records));
        return Page.GoTo("/oficina/comprobantes/exportacion");
    }

    private static async Task<IResult> FileAsync(Guid id, Guid? formato, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.DeliveryFileAsync(id, formato, cancel)).Refused(out var problem, out var file)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return TypedResults.File(file, "text/plain", formato is null ? "asientos.csv" : "exportacion.txt");
    }

    private static async Task<IResult> AcknowledgeAsync(Guid id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Invoicing.AcknowledgeDeliveryAsync(id, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, ExportTexts.Acknowledged);
        return Page.GoTo("/oficina/comprobantes/exportacion");
    }
}
