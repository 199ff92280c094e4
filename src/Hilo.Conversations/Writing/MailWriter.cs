using System.Collections.Concurrent;
using System.Reflection;
using HandlebarsDotNet;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Conversations;

internal sealed record WrittenMail(string Subject, string Text, string Html);

/// <summary>Turns facts into subject, text and HTML with the templates of a language, inside the frame of this shop.</summary>
internal sealed class MailWriter(IMerchant merchant, PublicAddress address, ConversationsDb db)
{
    private const int MostKept = 100;
    private static readonly Lazy<IHandlebars> Plain = new(() => Environment(noEscape: true));
    private static readonly Lazy<IHandlebars> Html = new(() => Environment(noEscape: false));
    private static readonly Lazy<HandlebarsTemplate<object, object>> Frame = new(() => Html.Value.Compile(Read("frame")));
    private static readonly ConcurrentDictionary<(MailTemplate, string), Compiled> Known = new();
    private static readonly ConcurrentDictionary<string, Compiled> OwnWords = new(StringComparer.Ordinal);

    public async Task<WrittenMail> WriteAsync(MailTemplate template, string culture, MailFacts facts, CancellationToken cancel)
    {
        var words = MailWords.Of(culture);
        // What a shop wrote and was tried may still meet a fact that nobody thought of: then the mail goes out in Hilo's words.
        if (await SourceAsync(template, words.Language, cancel) is { } own && !(await TryAsync(own, words.Language, facts, cancel)).Refused(out _, out var written)) return written;
        return Write(Known.GetOrAdd((template, words.Language), static key => Compiled.From(Own(key.Item1, key.Item2))), words.Language, ShopOf(await merchant.CurrentAsync(cancel)), facts);
    }

    /// <summary>Hilo's own words.</summary>
    public static string Own(MailTemplate template, string language) => Read($"{language}/{Words.Of(template)}");

    /// <summary>Writes with words that nobody has kept yet.</summary>
    public async Task<Result<WrittenMail>> TryAsync(string source, string language, MailFacts facts, CancellationToken cancel)
    {
        try
        {
            if (OwnWords.Count > MostKept) OwnWords.Clear();
            return Write(OwnWords.GetOrAdd(source.ReplaceLineEndings("\n"), Compiled.From), language, ShopOf(await merchant.CurrentAsync(cancel)), facts);
        }
        // A word that is not known is an exception of its own, apart from the others of the library.
        catch (Exception e) when (e is FormatException || e.GetType().Assembly == typeof(Handlebars).Assembly)
        {
            return MailProblems.BadTemplate(e.Message);
        }
    }

    private async Task<string?> SourceAsync(MailTemplate template, string language, CancellationToken cancel) =>
        TemplateText.Editable.Contains(template) ? (await db.TemplateTexts.AsNoTracking().FirstOrDefaultAsync(t => t.Template == template && t.Language == language, cancel))?.Source : null;

    private static WrittenMail Write(Compiled compiled, string language, ShopFacts shop, MailFacts facts)
    {
        var model = new { Mail = facts, Shop = shop };
        var subject = compiled.Subject(model).ReplaceLineEndings(" ").Trim();
        var html = Frame.Value(new { Shop = shop, Subject = subject, Preheader = compiled.Preheader(model).Trim(), Body = compiled.Html(model), Lang = language });
        return new WrittenMail(subject, TextOf(compiled.Text(model), shop), html);
    }

    private ShopFacts ShopOf(MerchantView view)
    {
        var legal = view.LegalEntities is [var entity, ..] ? $"{entity.Name} · CUIT {(Cuit.TryParse(entity.Cuit, out var cuit) ? cuit.ToString() : entity.Cuit)}" : null;
        return new ShopFacts(view.Name, address.Of("/"), view.BrandColor, view.BrandInk, view.ContactEmail, view.ContactPhone, legal, view.Logo is { } logo ? LogoFacts.Of(logo, address) : null);
    }

    private static string TextOf(string body, ShopFacts shop)
    {
        var contact = string.Join(" · ", new[] { shop.Email, shop.Phone, shop.Url }.Where(part => !string.IsNullOrEmpty(part)));
        return $"{body.ReplaceLineEndings("\n").Trim()}\n\n{shop.Name}\n{contact}\n";
    }

    private static IHandlebars Environment(bool noEscape)
    {
        var environment = Handlebars.Create(new HandlebarsConfiguration { NoEscape = noEscape, ThrowOnUnresolvedBindingExpression = true });
        foreach (var part in new[] { "lines", "store", "button" }) environment.RegisterTemplate(part, Read($"parts/{part}{(noEscape ? "_text" : "")}"));
        return environment;
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"templates/{name}") ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The four texts of one file: subject, preheader, then what stands below <c>--- text</c> and below <c>--- html</c>.</summary>
    private sealed record Compiled(Func<object, string> Subject, Func<object, string> Preheader, Func<object, string> Text, Func<object, string> Html)
    {
        public static Compiled From(string file)
        {
            var (head, rest) = Cut(file, "--- text\n");
            var (text, html) = Cut(rest, "--- html\n");
            var (subject, preheader) = Cut(head, "\n");
            return new Compiled(Of(Plain.Value, subject), Of(Plain.Value, preheader), Of(Plain.Value, text), Of(MailWriter.Html.Value, html));
        }

        private static Func<object, string> Of(IHandlebars environment, string source)
        {
            var template = environment.Compile(source);
            return model => template(model);
        }

        private static (string Before, string After) Cut(string text, string mark)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            return at < 0 ? throw new FormatException($"A template needs '{mark.Trim()}'.") : (text[..at], text[(at + mark.Length)..]);
        }
    }
}
