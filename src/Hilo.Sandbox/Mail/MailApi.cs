using System.Text.Json;

namespace Hilo.Sandbox.Mail;

/// <summary>The caught mails as JSON, for tests in another process.</summary>
internal static class MailApi
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static void Map(RouteGroupBuilder mail)
    {
        mail.MapGet("/messages", (string? to, string? subject, MailCatcher catcher) =>
            Results.Json(Matching(catcher.Messages, to, subject).Select(MailView.Of), Json));
        mail.MapGet("/messages/{id}", (string id, MailCatcher catcher) =>
            catcher.Find(id) is { } found ? Results.Json(MailView.Of(found), Json) : Results.NotFound());
        mail.MapDelete("/messages", (MailCatcher catcher) =>
        {
            catcher.Clear();
            return Results.NoContent();
        });
        mail.MapGet("/faults", (MailFaults faults) => Results.Json(faults.Plan, Json));
        mail.MapPut("/faults", async (HttpRequest request, MailFaults faults) =>
        {
            try
            {
                faults.Plan = await JsonSerializer.DeserializeAsync<MailFaultPlan>(request.Body, Json, request.HttpContext.RequestAborted) ?? new MailFaultPlan();
                return Results.Json(faults.Plan, Json);
            }
            catch (JsonException)
            {
                return Results.BadRequest();
            }
        });
    }

    public static IEnumerable<CaughtMail> Matching(IEnumerable<CaughtMail> mails, string? to, string? subject) => mails.Where(mail =>
        (string.IsNullOrEmpty(to) || mail.To.Any(address => address.Contains(to, StringComparison.OrdinalIgnoreCase)))
        && (string.IsNullOrEmpty(subject) || mail.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase)));
}

internal sealed record MailPartView(string? ContentId, string? FileName, string ContentType, int Bytes);

internal sealed record MailView(
    string Id, string MessageId, string From, IReadOnlyList<string> To, string Subject, DateTimeOffset ReceivedAt, int Deliveries,
    string? Text, string? Html, IReadOnlyList<MailPartView> Parts, IEnumerable<MailHeaderView> Headers)
{
    public static MailView Of(CaughtMail mail) => new(
        mail.Id, mail.MessageId, mail.From, mail.To, mail.Subject, mail.ReceivedAt, mail.Deliveries, mail.Text, mail.Html,
        [.. mail.Parts.Select(part => new MailPartView(part.ContentId, part.FileName, part.ContentType, part.Content.Length))],
        mail.Headers.Select(header => new MailHeaderView(header.Key, header.Value)));
}

internal sealed record MailHeaderView(string Name, string Value);
