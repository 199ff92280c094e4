using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Conversations;

/// <summary>The words of a mail, changed by the shop and tried before they are kept.</summary>
internal static class EditTemplates
{
    public static void Map(RouteGroupBuilder api)
    {
        var templates = api.MapGroup("/mail-templates").WithTags("Mail");
        templates.MapGet("", ListAsync).RequirePermission(Permissions.MailRead).WithSummary("Mails whose words can be changed, with those in force: the shop's own, or Hilo's.");
        templates.MapPut("/{template}/{language}", SaveAsync).RequirePermission(Permissions.MailManage).RequireIdempotencyKey()
            .WithSummary("Change the words of a mail. They are tried on every kind of document first. Needs If-Match: 0 while they are Hilo's own.");
        templates.MapDelete("/{template}/{language}", ForgetAsync).RequirePermission(Permissions.MailManage).RequireIdempotencyKey().WithSummary("Go back to Hilo's own words.");
        templates.MapPost("/{template}/{language}/previews", PreviewAsync).RequirePermission(Permissions.MailRead).WithSummary("How words would look, on an example. Keeps nothing.");
    }

    private static async Task<Ok<IReadOnlyList<MailTemplateView>>> ListAsync(ConversationsDb db, CancellationToken cancel)
    {
        var own = await db.TemplateTexts.AsNoTracking().ToListAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<MailTemplateView>>(
            [.. from template in TemplateText.Editable from language in TemplateText.Languages select View(template, language, own.Find(o => o.Template == template && o.Language == language))]);
    }

    private static async Task<Results<Ok<MailTemplateView>, NotFound, ProblemHttpResult>> SaveAsync(
        Word<MailTemplate> template, string language, SaveMailTemplateRequest request, HttpContext http, ConversationsDb db, MailWriter writer, TimeProvider clock, CancellationToken cancel)
    {
        if (!Exists(template.Value, language)) return TypedResults.NotFound();
        var own = await db.TemplateTexts.FindAsync([template.Value, language], cancel);
        if (http.RefusedEditOf(own?.Version ?? 0) is { } stale) return stale.ToHttp();
        if ((await TryAsync(writer, template.Value, language, request.Source, cancel)).Refused(out var problem, out _)) return problem.ToHttp();
        if (own is null) db.Add(own = new TemplateText { Template = template.Value, Language = language, Source = request.Source, ChangedAt = clock.GetUtcNow() });
        else (own.Source, own.ChangedAt, own.Version) = (request.Source, clock.GetUtcNow(), own.Version + 1);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(View(template.Value, language, own));
    }

    private static async Task<Results<Ok<MailTemplateView>, NotFound>> ForgetAsync(Word<MailTemplate> template, string language, ConversationsDb db, CancellationToken cancel)
    {
        if (!Exists(template.Value, language)) return TypedResults.NotFound();
        if (await db.TemplateTexts.FindAsync([template.Value, language], cancel) is { } own) db.Remove(own);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(View(template.Value, language, null));
    }

    private static async Task<Results<Ok<MailPreview>, NotFound, ProblemHttpResult>> PreviewAsync(
        Word<MailTemplate> template, string language, SaveMailTemplateRequest request, MailWriter writer, CancellationToken cancel)
    {
        if (!Exists(template.Value, language)) return TypedResults.NotFound();
        return (await TryAsync(writer, template.Value, language, request.Source, cancel)).Refused(out var problem, out var written)
            ? problem.ToHttp() : TypedResults.Ok(new MailPreview(written.Subject, written.Text, written.Html));
    }

    /// <summary>The first example, once all of them could be written.</summary>
    private static async Task<Result<WrittenMail>> TryAsync(MailWriter writer, MailTemplate template, string language, string source, CancellationToken cancel)
    {
        WrittenMail? first = null;
        foreach (var facts in SampleFacts.Of(template, MailWords.Of(language)))
        {
            if ((await writer.TryAsync(source, language, facts, cancel)).Refused(out var problem, out var written)) return problem;
            first ??= written;
        }
        return first!;
    }

    private static bool Exists(MailTemplate template, string language) => TemplateText.Editable.Contains(template) && TemplateText.Languages.Contains(language, StringComparer.Ordinal);

    private static MailTemplateView View(MailTemplate template, string language, TemplateText? own) =>
        new(Words.Of(template), language, own?.Version ?? 0, own?.Source ?? MailWriter.Own(template, language), IsOwn: own is not null, own?.ChangedAt);
}
