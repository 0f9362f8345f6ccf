using HarfBuzzSharp;
using SkiaSharp;
using SkiaSharp.HarfBuzz;
using Buffer = HarfBuzzSharp.Buffer;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>One font file: knows its glyphs and shapes text with them.</summary>
internal sealed class FontFace
{
    // HarfBuzz counts in whole steps of the size; a large one makes them small.
    private const float ShapingSize = 512;

    private readonly SKShaper _shaper;
    private readonly SKFont _font;

    private FontFace(SKTypeface typeface)
    {
        Typeface = typeface;
        _shaper = new SKShaper(typeface);
        _font = Font(ShapingSize);
    }

    public SKTypeface Typeface { get; }

    /// <summary>Opens a font file; null when it cannot be read.</summary>
    public static FontFace? Open(string file, int index = 0) =>
        SKTypeface.FromFile(file, index) is { } typeface ? new FontFace(typeface) : null;

    /// <summary>The font in a size, unhinted and placed between pixels, so that it is drawn as wide as it was measured.</summary>
    public SKFont Font(double size) => new(Typeface, (float)size)
    {
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
    };

    /// <summary>Whether the font has a glyph for a character.</summary>
    public bool Has(int character) => _font.ContainsGlyph(character);

    /// <summary>Shapes a run of one script and direction.</summary>
    public GlyphRun Shape(string text, Script script, bool rightToLeft, bool spaced)
    {
        lock (_shaper)
        {
            using var buffer = new Buffer();
            buffer.AddUtf16(text);
            buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
            buffer.Script = script;
            buffer.Language = Language.Default;
            var shaped = _shaper.Shape(buffer, _font);
            var ordinals = Ordinals(shaped.Clusters);
            return new GlyphRun
            {
                Face = this,
                Glyphs = [.. shaped.Codepoints.Select(glyph => (ushort)glyph)],
                Points = [.. shaped.Points.Select(point => new SKPoint(point.X / ShapingSize, point.Y / ShapingSize))],
                Ordinals = spaced ? ordinals : new int[ordinals.Length],
                Advance = shaped.Width / ShapingSize,
                Spaces = spaced && ordinals.Length > 0 ? ordinals[^1] + 1 : 0,
            };
        }
    }

    // How many clusters stand before each glyph: letter spacing goes between clusters, never inside one.
    private static int[] Ordinals(uint[] clusters)
    {
        var ordinals = new int[clusters.Length];
        for (var i = 1; i < clusters.Length; i++)
        {
            ordinals[i] = ordinals[i - 1] + (clusters[i] == clusters[i - 1] ? 0 : 1);
        }

        return ordinals;
    }
}
