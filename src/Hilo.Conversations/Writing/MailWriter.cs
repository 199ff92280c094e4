using System.Collections.Concurrent;
using System.Reflection;
using HandlebarsDotNet;
using Hilo.Platform;

namespace Hilo.Conversations;

internal sealed record WrittenMail(string Subject, string Text, string Html);

/// <summary>Turns facts into subject, text and HTML with the templates of a language, inside the frame of this shop.</summary>
internal sealed class MailWriter(IMerchant merchant, PublicAddress address)
{
    private static readonly Lazy<IHandlebars> Plain = new(() => Environment(noEscape: true));
    private static readonly Lazy<IHandlebars> Html = new(() => Environment(noEscape: false));
    private static readonly Lazy<HandlebarsTemplate<object, object>> Frame = new(() => Html.Value.Compile(Read("frame")));
    private static readonly ConcurrentDictionary<(MailTemplate, string), Compiled> Known = new();

    public async Task<WrittenMail> WriteAsync(MailTemplate template, string culture, MailFacts facts, CancellationToken cancel)
    {
        var words = MailWords.Of(culture);
        var shop = ShopOf(await merchant.CurrentAsync(cancel));
        var compiled = Known.GetOrAdd((template, words.Language), static key => Compiled.From(Read($"{key.Item2}/{Words.Of(key.Item1)}")));
        var model = new { Mail = facts, Shop = shop };
        var subject = compiled.Subject(model).ReplaceLineEndings(" ").Trim();
        var html = Frame.Value(new { Shop = shop, Subject = subject, Preheader = compiled.Preheader(model).Trim(), Body = compiled.Html(model), Lang = words.Language });
        return new WrittenMail(subject, TextOf(compiled.Text(model), shop), html);
    }

    private ShopFacts ShopOf(MerchantView view)
    {
        var legal = view.LegalEntities is [var entity, ..] ? $"{entity.Name} · CUIT {entity.Cuit}" : null;
        return new ShopFacts(view.Name, address.Of("/"), view.BrandColor, view.BrandInk, view.ContactEmail, view.ContactPhone, legal);
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
