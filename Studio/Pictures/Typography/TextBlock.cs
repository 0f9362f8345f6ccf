using SkiaSharp;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Formulas;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Lines of text that were shaped and wrapped.</summary>
/// <param name="Lines">The lines with their widths in pixels.</param>
/// <param name="Size">Size in pixels.</param>
/// <param name="Spacing">Letter spacing in ems.</param>
internal sealed record TextBlock(IReadOnlyList<(ShapedText Text, double Width)> Lines, double Size, double Spacing)
{
    // Of the size: from the top of the capitals' ascenders to the baseline, from the baseline to the lowest descender, from line to line.
    private const double Ascent = 0.80;
    private const double DeepDescent = 0.22;
    private const double FigureDescent = 0.03;
    private const double Accents = 0.25;
    private const double Capitals = 0.72;
    private const double TallMarks = 0.5;
    private const double Clear = 0.12;

    /// <summary>From line to line, of the size; more where a formula would touch the line above or below.</summary>
    public double Leading { get => Math.Max(field, Least); init; } = 1.16;

    private double Least => Lines.Zip(Lines.Skip(1), (above, below) => above.Text.HasFormula || below.Text.HasFormula
        ? Math.Max(DeepDescent, above.Text.Below) + Math.Max(Capitals, below.Text.Above) + Clear : 0).DefaultIfEmpty(0).Max();

    private double Descent => Lines[^1].Text.Text.All(char.IsDigit) ? FigureDescent : DeepDescent;

    private bool IsTall => Lines.Any(line => line.Text.IsTall);

    public double Width => Lines.Max(line => line.Width);

    public double Height => (Size * (Ascent + Descent)) + ((Lines.Count - 1) * Size * Leading);

    /// <summary>From the top to the first baseline.</summary>
    public double FirstBaseline => Size * Ascent;

    /// <summary>Where its top stands when its capitals and lines stand in the middle around a height: neighbours keep one base line,
    /// whatever letters they have.</summary>
    public double TopAround(double middle) =>
        middle - ((((Lines.Count - 1) * Size * Leading) + (Size * Capitals)) / 2) - (FirstBaseline - (Size * Capitals));

    /// <summary>The place that the text fills when its top stands at <paramref name="y"/>.</summary>
    public Box Extent(double x, double y, TextAlign align) => new(x - (Width * Share(align)), y, Width, Height);

    /// <summary>The place that its ink may reach: accents on capitals stand above the line, marks of other scripts below it, too.</summary>
    public Box Ink(Box extent)
    {
        var (above, below) = IsTall ? (Size * TallMarks, Size * TallMarks) : (Size * Accents, 3);
        return new Box(extent.X - 3, extent.Y - above, extent.Width + 6, extent.Height + above + below);
    }

    /// <summary>Draws the text; lines that begin at the right stand at the right of the block.</summary>
    public void Draw(SKCanvas canvas, double x, double y, TextAlign align, SKPaint paint)
    {
        var left = x - (Width * Share(align));
        for (var i = 0; i < Lines.Count; i++)
        {
            var (text, width) = Lines[i];
            var share = align == TextAlign.Left && text.RightToLeft ? 1 : Share(align);
            text.Draw(canvas, left + ((Width - width) * share), y + FirstBaseline + (i * Size * Leading), Size, Spacing, paint);
        }
    }

    public override string ToString() => InlineFormulas.Plain(string.Join(' ', Lines.Select(line => line.Text.Text)));

    private static double Share(TextAlign align) => align switch
    {
        TextAlign.Center => 0.5,
        TextAlign.Right => 1,
        _ => 0,
    };
}
