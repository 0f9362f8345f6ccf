using SkiaSharp;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>A line of text, shaped: measured and drawn from the same glyphs.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Runs">What is drawn, from left to right.</param>
/// <param name="RightToLeft">Whether the line begins at the right.</param>
internal sealed record ShapedText(string Text, IReadOnlyList<GlyphRun> Runs, bool RightToLeft)
{
    /// <summary>Width in pixels.</summary>
    /// <param name="size">Size in pixels.</param>
    /// <param name="spacing">Letter spacing in ems.</param>
    public double Width(double size, double spacing) => Runs.Sum(run => run.Width(size, spacing));

    /// <summary>Whether marks may stand above and below the lines of Latin type.</summary>
    public bool IsTall { get; } = Runs.Any(run => run.Formula is not null || (run.Spaces == 0 && run.Glyphs.Length > 0));

    /// <summary>Whether a formula stands in it.</summary>
    public bool HasFormula => Runs.Any(run => run.Formula is not null);

    /// <summary>How far its formulas reach above the base line, in ems.</summary>
    public double Above => Runs.Max(run => run.Above);

    /// <summary>How far its formulas reach below the base line, in ems.</summary>
    public double Below => Runs.Max(run => run.Below);

    public void Draw(SKCanvas canvas, double x, double baseline, double size, double spacing, SKPaint paint)
    {
        foreach (var run in Runs)
        {
            run.Draw(canvas, x, baseline, size, spacing, paint);
            x += run.Width(size, spacing);
        }
    }
}
