namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>One document: its page, its paper, and what a person can do when it cannot go on by itself.</summary>
internal static class ShowDocument
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes/{id:guid}", ShowAsync);
        office.MapGet("/comprobantes/{id:guid}/pdf", PrintAsync);
        office.MapPost("/comprobantes/{id:guid}/receptor", CorrectAsync);
        office.MapPost("/comprobantes/{id:guid}/consulta", AskAgainAsync);
    }

    private static async Task<IResult> ShowAsync(FiscalDocumentId id, HiloClient client, OfficeShells shells, CancellationToken cancel) => await PageAsync(id, null, null, client, shells, cancel);

    /// <param name="typed">What stands in the form of an export that was refused.</param>
    public static async Task<IResult> PageAsync(FiscalDocumentId id, FormFields? typed, Problem? refusal, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.FindAsync(id, cancel)).Refused(out var problem, out var document)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        // What a rejected export may name instead.
        var tables = document is { Abroad: not null, Document.State: FiscalDocumentState.Rejected } && !(await client.Invoicing.AbroadTablesAsync(cancel)).Refused(out _, out var found) ? found : null;
        return Page.Of<DocumentPage>(new { Shell = await shells.LoadAsync(cancel), Document = document, Tables = tables, Typed = typed, Refusal = refusal }, refusal?.Status ?? 200);
    }

    private static async Task<IResult> PrintAsync(FiscalDocumentId id, string? papel, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Invoicing.FindAsync(id, cancel)).Refused(out var problem, out var document) || (await client.Invoicing.PrintAsync(id, papel, cancel)).Refused(out problem, out var file))
            return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return TypedResults.File(file, "application/pdf", $"{document.Document.Title.Replace(' ', '-')}.pdf");
    }

    private static async Task<IResult> CorrectAsync(FiscalDocumentId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var fields = FormFields.Of(form);
        var receiver = fields.Optional("type") is { } type
            ? new OrderReceiver(type, fields["number"], int.TryParse(fields["condition"], System.Globalization.CultureInfo.InvariantCulture, out var condition) ? condition : null, fields.Optional("name"))
            : null;
        // Who gave a DNI where a CUIT belongs: the registry knows it, unless it has several.
        if (receiver is { DocumentType: "CUIT" } && receiver.DocumentNumber.Count(char.IsAsciiDigit) is > 0 and <= 8
            && !(await client.Invoicing.TaxpayersOfAsync(receiver.DocumentNumber, cancel)).Refused(out _, out var people) && people is [var only])
            receiver = receiver with { DocumentNumber = only.Cuit };
        // What was left empty comes from the registry, when it answers.
        if (receiver is { DocumentType: "CUIT", Name: null } && !(await client.Invoicing.TaxpayerAsync(receiver.DocumentNumber, cancel)).Refused(out _, out var known))
            receiver = receiver with { Name = known.Name, Address = known.Address, VatCondition = known.Condition ?? receiver.VatCondition };
        if ((await client.Invoicing.CorrectAsync(id, receiver, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, InvoicingTexts.Corrected);
        return Page.GoTo($"/oficina/comprobantes/{id}");
    }

    private static async Task<IResult> AskAgainAsync(FiscalDocumentId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Invoicing.AskAgainAsync(id, form["ours"].ToString() switch { "yes" => true, "no" => false, _ => null }, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, InvoicingTexts.Asked);
        return Page.GoTo($"/oficina/comprobantes/{id}");
    }
}
