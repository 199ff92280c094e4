using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Invoicing;

/// <summary>Uploads sales of another system, tried first unless somebody asks for it at once.</summary>
internal static class TakeExternalSales
{
    private const long LargestUpload = 9L * 1024 * 1024;

    private const string Example = """
        referencia;tipo;fecha;documento;condicion_iva;nombre;detalle;sku;cantidad;precio;iva;corrige
        V-1001;;28/11/2026;;;;Remera lisa;REM-01;2;12100,50;21;
        V-1001;;;;;;Envío;;1;3500;21;
        V-1002;;28/11/2026;30-71234567-1;RI;Hilados del Sur S.R.L.;Tela por metro;TEL-09;12,5;4800;21;
        V-1003;NC;28/11/2026;;;;Remera lisa;REM-01;1;12100,50;21;V-1001
        """;

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/comprobantes/externas", async (OfficeShells shells, CancellationToken cancel) => Page.Of<ExternalPage>(new { Shell = await shells.LoadAsync(cancel) }));
        office.MapGet("/comprobantes/externas/ejemplo", () => TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Example)], "text/csv; charset=utf-8", "ventas-de-ejemplo.csv"));
        office.MapPost("/comprobantes/externas", SendAsync).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
    }

    private static async Task<IResult> SendAsync(IFormCollection form, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var isTry = form["how"] != "now";
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
            return Page.Of<ExternalPage>(new { Shell = await shells.LoadAsync(cancel), FileError = ExternalTexts.FileMissing }, StatusCodes.Status422UnprocessableEntity);
        await using var content = file.OpenReadStream();
        return (await client.Invoicing.TakeExternalFileAsync(content, isTry, cancel)).Refused(out var problem, out var result)
            ? Page.Of<ExternalPage>(new { Shell = await shells.LoadAsync(cancel), Refusal = problem }, problem.Status)
            : Page.Of<ExternalPage>(new { Shell = await shells.LoadAsync(cancel), Result = result, IsTry = isTry });
    }
}
