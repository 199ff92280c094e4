using System.Globalization;
using System.Net;

namespace Hilo.Sandbox.Pages;

/// <summary>Text that is HTML already. What is put into a template is escaped unless it is markup itself.</summary>
internal readonly record struct Markup(string Text)
{
    public static readonly Markup None = new("");

    public static Markup Html(FormattableString template) => new(string.Format(CultureInfo.InvariantCulture, template.Format, [.. template.GetArguments().Select(Escape)]));

    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    public override string ToString() => Text;

    private static object Escape(object? value) => value is Markup markup ? markup.Text : WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
