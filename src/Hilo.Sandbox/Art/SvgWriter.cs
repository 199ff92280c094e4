using System.Globalization;
using System.Text;

namespace Hilo.Sandbox.Art;

/// <summary>Writes a drawing as SVG text; the same picture as the painter's, in some kilobytes.</summary>
internal static class SvgWriter
{
    public static string Write(Drawing drawing, Frame frame)
    {
        var clips = drawing.Shapes.Select(shape => shape.Clip).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var svg = new StringBuilder();
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame.X} {frame.Y} {frame.Width} {frame.Height}"><defs>""");
        Add(svg, $"""<radialGradient id="sheet" cx=".5" cy=".42" r=".8"><stop stop-color="{drawing.Centre}"/><stop offset="1" stop-color="{drawing.Edge}"/></radialGradient>""");
        Add(svg, $"""<linearGradient id="light" gradientUnits="userSpaceOnUse" x1="{Drawing.LightFrom.X}" y1="{Drawing.LightFrom.Y}" x2="{Drawing.LightTo.X}" y2="{Drawing.LightTo.Y}">""");
        Add(svg, $"""<stop stop-color="#fff" stop-opacity="{Drawing.Shine}"/><stop offset="{Drawing.Turn}" stop-color="#fff" stop-opacity="0"/>""");
        Add(svg, $"""<stop offset="{Drawing.Turn}" stop-color="{Colour.Night}" stop-opacity="0"/><stop offset="1" stop-color="{Colour.Night}" stop-opacity="{Drawing.Shade}"/></linearGradient>""");
        Add(svg, $"""<filter id="shadow" x="-20%" y="-20%" width="140%" height="150%"><feDropShadow dx="0" dy="{Drawing.ShadowDrop}" stdDeviation="{Drawing.ShadowBlur}" flood-color="{Drawing.ShadowColour}" flood-opacity="{Drawing.ShadowOpacity}"/></filter>""");
        for (var i = 0; i < clips.Count; i++) Add(svg, $"""<clipPath id="c{i}"><path d="{clips[i]}"/></clipPath>""");
        svg.Append("""<clipPath id="cloth">""");
        foreach (var cloth in drawing.Shapes.Where(shape => shape.Cloth)) Add(svg, $"""<path d="{cloth.Path}"/>""");
        svg.Append("</clipPath></defs>");
        Add(svg, $"""<rect x="{frame.X}" y="{frame.Y}" width="{frame.Width}" height="{frame.Height}" fill="url(#sheet)"/><g transform="translate(0 {Drawing.Drop})"><g filter="url(#shadow)">""");
        foreach (var shape in drawing.Shapes) Write(svg, shape, clips);
        svg.Append("""</g><path d="M0 0h400v500H0z" fill="url(#light)" clip-path="url(#cloth)"/></g></svg>""");
        return svg.ToString();
    }

    private static void Write(StringBuilder svg, Shape shape, List<string> clips)
    {
        Add(svg, $"""<path d="{shape.Path}" """);
        if (shape.Width > 0) Add(svg, $"""fill="none" stroke="{shape.Colour}" stroke-width="{shape.Width}" """);
        else Add(svg, $"""fill="{shape.Colour}" """);
        if (shape.RoundEnds) svg.Append("""stroke-linecap="round" """);
        if (shape.Dashed) svg.Append("""stroke-dasharray="6 5" """);
        if (shape.Opacity < 1) Add(svg, $"""opacity="{shape.Opacity}" """);
        if (shape.Clip is not null) Add(svg, $"""clip-path="url(#c{clips.IndexOf(shape.Clip)})" """);
        svg.Append("/>");
    }

    private static void Add(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
