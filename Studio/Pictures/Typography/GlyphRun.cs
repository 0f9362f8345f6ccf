using SkiaSharp;
using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Studio.Pictures.Pictograms;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Glyphs of one font in the order in which they are drawn, or one pictogram. Measures are in ems.</summary>
internal sealed record GlyphRun
{
    private const double PictogramSize = 1.12;
    private const double PictogramMiddle = 0.36;
    private const double HighestFormula = 1.38;

    // MathJax's small letters are smaller than those of the text beside them.
    private const double FormulaSize = 1.16;

    /// <summary>The font; null for a pictogram.</summary>
    public FontFace? Face { get; init; }

    /// <summary>What is drawn in place of an emoji; null for text.</summary>
    public Pictogram? Pictogram { get; init; }

    /// <summary>What is drawn in place of a formula's character; null for text.</summary>
    public SetFormula? Formula { get; init; }

    public ushort[] Glyphs { get; init; } = [];

    public SKPoint[] Points { get; init; } = [];

    /// <summary>How many letter spaces stand before each glyph.</summary>
    public int[] Ordinals { get; init; } = [];

    public double Advance { get; init; }

    /// <summary>Number of letter spaces in the run; 0 for scripts that are joined or that marks stand on.</summary>
    public int Spaces { get; init; }

    /// <summary>How far a formula reaches above the base line.</summary>
    public double Above => Formula is null ? 0 : -Formula.Top * Scale(Formula);

    /// <summary>How far a formula reaches below the base line.</summary>
    public double Below => Formula is null ? 0 : (Formula.Height + Formula.Top) * Scale(Formula);

    public static GlyphRun Of(Pictogram pictogram) => new() { Pictogram = pictogram, Advance = PictogramSize + 0.08 };

    public static GlyphRun Of(SetFormula formula) => new() { Formula = formula, Advance = formula.Width * Scale(formula) };

    public double Width(double size, double spacing) => (Advance + (Spaces * spacing)) * size;

    public void Draw(SKCanvas canvas, double x, double baseline, double size, double spacing, SKPaint paint)
    {
        if (Pictogram is not null)
        {
            Pictogram.Draw(canvas, x + (Advance * size / 2), baseline - (PictogramMiddle * size), PictogramSize * size);
            return;
        }

        if (Formula is not null)
        {
            var scale = Scale(Formula) * size;
            var ink = $"#{paint.Color.Red:X2}{paint.Color.Green:X2}{paint.Color.Blue:X2}";
            Formula.Draw(canvas, x, baseline + (Formula.Top * scale), scale, ink);
            return;
        }

        if (Glyphs.Length == 0)
        {
            return;
        }

        using var font = Face!.Font(size);
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(
            Glyphs, font, [.. Points.Select((point, i) =>
                new SKPoint((float)((point.X + (Ordinals[i] * spacing)) * size), (float)(point.Y * size)))]);
        using var blob = builder.Build();
        canvas.DrawText(blob, (float)x, (float)baseline, paint);
    }

    // What is higher than a line is set smaller, so that it keeps clear of its neighbours.
    private static double Scale(SetFormula formula) => Math.Min(FormulaSize, HighestFormula / formula.Height);

    /// <summary>Adds the outlines of the glyphs to a path, beginning at a place on the base line; a pictogram has none.</summary>
    public void AddTo(SKPathBuilder path, double x, double size)
    {
        if (Face is null)
        {
            return;
        }

        using var font = Face.Font(size);
        for (var i = 0; i < Glyphs.Length; i++)
        {
            using var outline = font.GetGlyphPath(Glyphs[i]);
            if (outline is not null)
            {
                path.AddPath(outline, (float)(x + (Points[i].X * size)), (float)(Points[i].Y * size));
            }
        }
    }
}
