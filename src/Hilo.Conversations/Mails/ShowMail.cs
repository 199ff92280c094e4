using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Conversations;

internal static class ShowMail
{
    public static void Map(RouteGroupBuilder mails) => mails.MapGet("/{id}", HandleAsync)
        .WithSummary("One mail as it was written, with every try. The content of a sign-in code is shown to nobody; contents older than 90 days are gone.");

    private static async Task<Results<Ok<MailView>, NotFound>> HandleAsync(MailId id, ConversationsDb db, CancellationToken cancel) =>
        await FindAsync(db, id, cancel) is { } mail ? TypedResults.Ok(mail) : TypedResults.NotFound();

    public static async Task<MailView?> FindAsync(ConversationsDb db, MailId id, CancellationToken cancel)
    {
        if (await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } mail) return null;
        var tries = await db.Attempts.AsNoTracking().Where(t => t.MailId == id).OrderBy(t => t.Number).ToListAsync(cancel);
        var row = new MailRow(mail.Id, mail.QueuedAt, mail.Recipient, mail.Subject, Words.Of(mail.Template), mail.State, mail.Tries, mail.SentAt, mail.LastError, mail.OrderNumber);
        return new MailView(row, mail.MessageId, mail.IsSealed ? "" : mail.BodyText ?? "", mail.IsSealed ? "" : WithPicture(mail), [.. tries.Select(t => new MailTry(t.At, t.IsAccepted, t.Answer))]);
    }

    // A browser knows no parts of a mail: the picture comes along inside the page.
    private static string WithPicture(Mail mail) => mail.Picture is null ? mail.BodyHtml ?? ""
        : mail.BodyHtml!.Replace($"cid:{SmtpPost.PictureId}", $"data:image/png;base64,{Convert.ToBase64String(mail.Picture)}", StringComparison.Ordinal);
}
