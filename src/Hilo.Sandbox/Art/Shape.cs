namespace Hilo.Sandbox.Art;

/// <summary>One thing drawn on the sheet of 400 × 500: a filled or a stroked path in SVG's own language.</summary>
internal sealed record Shape(string Path, Colour Colour)
{
    /// <summary>Zero fills; anything else is the width of the stroke.</summary>
    public double Width { get; init; }

    /// <summary>Sewn with a thread: 6 on, 5 off, round ends.</summary>
    public bool Dashed { get; init; }

    public bool RoundEnds { get; init; }

    public double Opacity { get; init; } = 1;

    /// <summary>A path that nothing of this shape leaves, such as the cloth under its stripes.</summary>
    public string? Clip { get; init; }

    /// <summary>Cloth: it takes the light.</summary>
    public bool Cloth { get; init; }
}

/// <summary>A drawing: what lies on the sheet and the two tones of the sheet itself.</summary>
internal sealed record Drawing(IReadOnlyList<Shape> Shapes, Colour Centre, Colour Edge)
{
    public const double Width = 400, Height = 500;

    /// <summary>The drawing hangs a little below the middle of its coordinates.</summary>
    public const double Drop = 10;

    // The light comes from the upper left for every product, so that a page of them looks like one photograph session.
    public static readonly (double X, double Y) LightFrom = (70, 50), LightTo = (330, 450);
    public const double Shine = .15, Shade = .20, Turn = .45;

    public const double ShadowDrop = 10, ShadowBlur = 9, ShadowOpacity = .24;
    public static readonly Colour ShadowColour = new(27, 26, 18);
}
