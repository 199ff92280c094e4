using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hilo.Sandbox.Pages;
using static Hilo.Sandbox.Pages.Markup;

namespace Hilo.Sandbox.Mail;

/// <summary>The inbox that the demo shows instead of sending anything to anyone.</summary>
internal static partial class InboxPages
{
    private static readonly TimeZoneInfo Argentina = TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires");
    private static readonly HashSet<string> Pictures = new(StringComparer.Ordinal) { "image/png", "image/jpeg", "image/gif", "image/webp" };

    public static void Map(RouteGroupBuilder mail)
    {
        mail.MapGet("/", (string? q, MailCatcher catcher) => Page.Show("Correo de prueba", "", List(Find(catcher, q), q)));
        mail.MapGet("/{id}", (string id, string? view, MailCatcher catcher) => catcher.Find(id) is { } found
            ? Page.Show($"{found.Subject} · Correo de prueba", "../", One(found, view)) : Results.NotFound());
        mail.MapGet("/{id}/html", (string id, MailCatcher catcher) => catcher.Find(id) is { Html: { } html }
            ? Page.Foreign(InlinePictures().Replace(html, match => "parts/" + Uri.EscapeDataString(match.Groups["id"].Value))) : Results.NotFound());
        mail.MapGet("/{id}/parts/{part}", (string id, string part, MailCatcher catcher) => catcher.Find(id) is { } found && Part(found, part) is { } content
            ? Send(content) : Results.NotFound());
        mail.MapGet("/{id}/raw", (string id, MailCatcher catcher) => catcher.Find(id) is { } found
            ? Results.Bytes(found.Raw, "application/octet-stream", $"{id}.eml") : Results.NotFound());
    }

    private static IEnumerable<CaughtMail> Find(MailCatcher catcher, string? words) =>
        catcher.Messages.Reverse().Where(mail => MailApi.Matching([mail], words, null).Any() || MailApi.Matching([mail], null, words).Any());

    private static MailPart? Part(CaughtMail mail, string key) =>
        mail.Parts.FirstOrDefault(part => part.ContentId == key)
        ?? (int.TryParse(key, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < mail.Parts.Count ? mail.Parts[index] : null);

    /// <summary>Only pictures are shown; whatever else a mail carries can be saved and not opened in place.</summary>
    private static IResult Send(MailPart part) => Pictures.Contains(part.ContentType)
        ? Results.Bytes(part.Content, part.ContentType)
        : Results.Bytes(part.Content, "application/octet-stream", part.FileName ?? "adjunto");

    private static Markup List(IEnumerable<CaughtMail> mails, string? words)
    {
        var rows = Join(mails.Take(200).Select(Row));
        return Html($"""
            <header class="top"><div><b>Correo de prueba</b><small>Nada sale de esta máquina</small></div></header>
            <main>
            <form class="inline" method="get" role="search"><input type="search" name="q" value="{words}" placeholder="Destinatario o asunto" aria-label="Buscar por destinatario o asunto"><button>Buscar</button></form>
            {(rows.Text.Length == 0 ? Html($"<p class=\"muted\">No hay mensajes. Los que mande la tienda aparecen acá al recargar la página.</p>") : Html($"<ul class=\"list\">{rows}</ul>"))}
            </main>
            """);
    }

    private static Markup Row(CaughtMail mail) => Html($"""
        <li><a class="item" href="mail/{mail.Id}"><b>{Subject(mail)}</b><span class="muted num">{Time(mail)}</span>
        <span class="muted">Para {string.Join(", ", mail.To)}</span>{Repeated(mail)}</a></li>
        """);

    private static Markup One(CaughtMail mail, string? view)
    {
        var shown = view ?? (mail.Html is null ? "texto" : "html");
        var content = shown switch
        {
            "encabezados" => Html($"<dl>{Join(mail.Headers.Select(header => Html($"<dt>{header.Key}</dt><dd>{header.Value}</dd>")))}</dl>"),
            "html" when mail.Html is not null => Html($"""<iframe src="{mail.Id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox" title="El mensaje como lo ve el cliente"></iframe>"""),
            _ => Html($"<pre>{mail.Text ?? "El mensaje no trae versión de texto."}</pre>"),
        };
        return Html($"""
            <header class="top"><div><a href="../mail">Correo de prueba</a><small>Nada sale de esta máquina</small></div></header>
            <main>
            <section class="card">
            <h1>{Subject(mail)}</h1>
            <dl><dt>De</dt><dd>{mail.Header("From") ?? mail.From}</dd><dt>Para</dt><dd>{string.Join(", ", mail.To)}</dd><dt>Recibido</dt><dd>{Time(mail)} {Repeated(mail)}</dd></dl>
            <nav class="tabs" aria-label="Vistas">{(mail.Html is null ? None : Tab("html", "Mensaje"))}{Tab("texto", "Texto")}{Tab("encabezados", "Encabezados")}<a href="{mail.Id}/raw">Descargar .eml</a></nav>
            {content}
            {(mail.Parts.Count == 0 ? None : Html($"<ul class=\"list\">{Join(mail.Parts.Select((part, index) => Attached(mail, part, index)))}</ul>"))}
            </section>
            </main>
            """);

        Markup Tab(string name, string label) => Html($"""<a href="?view={name}"{(shown == name ? Html($" aria-current=\"page\"") : None)}>{label}</a>""");
    }

    private static Markup Attached(CaughtMail mail, MailPart part, int index) => Html($"""
        <li><a class="item" href="{mail.Id}/parts/{index}"><b>{part.FileName ?? part.ContentId ?? "Adjunto"}</b><span class="muted num">{Math.Max(1, part.Content.Length / 1024)} KB</span><span class="muted">{part.ContentType}</span></a></li>
        """);

    private static string Subject(CaughtMail mail) => mail.Subject.Length == 0 ? "(sin asunto)" : mail.Subject;

    private static Markup Repeated(CaughtMail mail) => mail.Deliveries < 2 ? None : Html($"<span class=\"tag pending\">{mail.Deliveries} entregas</span>");

    private static string Time(CaughtMail mail) => TimeZoneInfo.ConvertTime(mail.ReceivedAt, Argentina).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex("""cid:(?<id>[^"'\s)>]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlinePictures();
}
