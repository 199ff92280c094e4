using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Mails;

/// <summary>The words of the mail that carries an invoice, with a look at how they come out.</summary>
internal static class EditTemplate
{
    private const string Template = "fiscal_document";

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/correos/plantillas", () => Page.GoTo("/oficina/correos/plantillas/es"));
        office.MapGet("/correos/plantillas/{language}", (string language, HiloClient client, OfficeShells shells, CancellationToken cancel) => ShowAsync(language, null, null, client, shells, cancel));
        office.MapPost("/correos/plantillas/{language}", SaveAsync);
        office.MapPost("/correos/plantillas/{language}/original", ForgetAsync);
        office.MapGet("/correos/plantillas/{language}/vista", async (string language, HttpContext context, HiloClient client, CancellationToken cancel) =>
            await FindAsync(language, client, cancel) is { } kept ? await PreviewAsync(language, kept.Source, context, client, cancel) : TypedResults.NotFound());
        office.MapPost("/correos/plantillas/{language}/vista", (string language, [FromForm] string source, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel) =>
            PreviewAsync(language, source, context, client, cancel));
    }

    private static async Task<MailTemplateView?> FindAsync(string language, HiloClient client, CancellationToken cancel) =>
        (await client.Mails.TemplatesAsync(cancel)).Refused(out _, out var all) ? null : all.FirstOrDefault(t => t.Template == Template && t.Language == language);

    private static async Task<IResult> ShowAsync(string language, string? typed, string? error, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if (await FindAsync(language, client, cancel) is not { } template) return TypedResults.NotFound();
        return Page.Of<TemplatePage>(new { Shell = await shells.LoadAsync(cancel), Template = template, Typed = typed, Error = error }, error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> SaveAsync(
        string language, [FromForm] string source, [FromForm] int version, IFormCollection form, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        // Browsers send the line endings of another age.
        var words = source.ReplaceLineEndings("\n");
        if ((await client.Mails.SaveTemplateAsync(Template, language, version, words, FormKey.Of(form), cancel)).Refused(out var problem, out _)) return await ShowAsync(language, words, problem.Detail, client, shells, cancel);
        Flash.Say(context, TemplateTexts.Saved);
        return Page.GoTo($"/oficina/correos/plantillas/{language}");
    }

    private static async Task<IResult> ForgetAsync(string language, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Mails.ForgetTemplateAsync(Template, language, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, TemplateTexts.IsBack);
        return Page.GoTo($"/oficina/correos/plantillas/{language}");
    }

    private static async Task<IResult> PreviewAsync(string language, string source, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        context.Response.Headers.ContentSecurityPolicy = ShowMail.Sandbox;
        var html = (await client.Mails.PreviewTemplateAsync(Template, language, source.ReplaceLineEndings("\n"), cancel)).Refused(out var problem, out var preview)
            ? $"<p style=\"font:16px sans-serif;margin:24px\">{HtmlEncoder.Default.Encode(problem.Detail)}</p>" : preview.Html;
        return TypedResults.Content(html, "text/html; charset=utf-8");
    }
}
