using System.Globalization;
using System.Security;
using System.Text;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Lines of text that were measured and wrapped.</summary>
/// <param name="Lines">The lines with their widths in pixels.</param>
/// <param name="Family">Typeface.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Size">Size in pixels.</param>
/// <param name="Spacing">Letter spacing in ems.</param>
internal sealed record TextBlock(IReadOnlyList<(string Text, double Width)> Lines, string Family, FontWeight Weight, double Size, double Spacing)
{
    // Of the size: from the top of the capitals' ascenders to the baseline, from the baseline to the lowest descender, from line to line.
    private const double Ascent = 0.80;
    private const double DeepDescent = 0.22;
    private const double FigureDescent = 0.03;
    private const double Accents = 0.25;

    public double Leading { get; init; } = 1.16;

    private double Descent => Lines[^1].Text.All(char.IsDigit) ? FigureDescent : DeepDescent;

    public double Width => Lines.Max(line => line.Width);

    public double Height => (Size * (Ascent + Descent)) + ((Lines.Count - 1) * Size * Leading);

    /// <summary>The place that the text fills when its top stands at <paramref name="y"/>.</summary>
    public Box Extent(double x, double y, TextAlign align) => new(x - (Width * Share(align)), y, Width, Height);

    /// <summary>The place that its ink may reach: accents on capitals stand above the line.</summary>
    public Box Ink(Box extent) => new(extent.X - 3, extent.Y - (Size * Accents), extent.Width + 6, extent.Height + (Size * Accents) + 3);

    public string ToSvg(double x, double y, string ink, TextAlign align)
    {
        var svg = new StringBuilder();
        var anchor = align switch
        {
            TextAlign.Center => "middle",
            TextAlign.Right => "end",
            _ => "start",
        };
        for (var i = 0; i < Lines.Count; i++)
        {
            var baseline = y + (Size * Ascent) + (i * Size * Leading);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{Sketch.N(x)}\" y=\"{Sketch.N(baseline)}\" text-anchor=\"{anchor}\" font-family=\"{Family}\" font-weight=\"{(int)Weight}\" font-size=\"{Sketch.N(Size)}\" letter-spacing=\"{Sketch.N(Spacing * Size)}\" fill=\"{ink}\">{SecurityElement.Escape(Lines[i].Text)}</text>");
        }

        return svg.ToString();
    }

    public override string ToString() => string.Join(' ', Lines.Select(line => line.Text));

    private static double Share(TextAlign align) => align switch
    {
        TextAlign.Center => 0.5,
        TextAlign.Right => 1,
        _ => 0,
    };
}
