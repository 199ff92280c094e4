namespace Hilo.Web.Backoffice.Mails;

/// <summary>One mail: its page, and its HTML alone in a sandbox.</summary>
internal static class ShowMail
{
    // A mail carries its own styles and pictures, and nothing of it may run, navigate or fetch from elsewhere.
    internal const string Sandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/correos/{id:guid}", PageAsync);
        office.MapGet("/correos/{id:guid}/html", HtmlAsync);
        office.MapPost("/correos/{id:guid}/reintento", RetryAsync);
    }

    private static async Task<IResult> PageAsync(MailId id, HiloClient client, OfficeShells shells, CancellationToken cancel) =>
        (await client.Mails.FindAsync(id, cancel)).Refused(out var problem, out var mail)
            ? await OfficeRefusals.PageAsync(problem, shells, cancel)
            : Page.Of<MailPage>(new { Shell = await shells.LoadAsync(cancel), Mail = mail });

    private static async Task<IResult> HtmlAsync(MailId id, HttpContext context, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        if ((await client.Mails.FindAsync(id, cancel)).Refused(out var problem, out var mail)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        context.Response.Headers.ContentSecurityPolicy = Sandbox;
        return TypedResults.Content(mail.Html, "text/html; charset=utf-8");
    }

    private static async Task<IResult> RetryAsync(MailId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Mails.RetryAsync(id, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, MailTexts.Queued);
        return Page.GoTo($"/oficina/correos/{id}");
    }
}
