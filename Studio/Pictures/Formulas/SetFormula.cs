using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SkiaSharp;
using Svg.Skia;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Formulas;

/// <summary>A formula as it is drawn.</summary>
internal sealed partial class SetFormula
{
    private const double UnitsOfAnEm = 1000;

    private readonly string _svg;
    private readonly ConcurrentDictionary<string, SKPicture> _drawn = new(StringComparer.Ordinal);
    private readonly SKRect _view;

    private SetFormula(string svg, SKRect view)
    {
        _svg = svg;
        _view = view;
    }

    /// <summary>Width in ems.</summary>
    public double Width => _view.Width / UnitsOfAnEm;

    /// <summary>Height in ems.</summary>
    public double Height => _view.Height / UnitsOfAnEm;

    /// <summary>Where its top stands from the base line, in ems; above is negative.</summary>
    public double Top => _view.Top / UnitsOfAnEm;

    /// <summary>Takes what MathJax wrote.</summary>
    /// <returns>Null for what is no SVG document with a size.</returns>
    public static SetFormula? Of(string? svg)
    {
        if (svg is null || ViewBox().Match(svg) is not { Success: true } match)
        {
            return null;
        }

        var numbers = match.Groups["numbers"].Value.Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture))
            .ToArray();
        var view = SKRect.Create(numbers[0], numbers[1], numbers[2], numbers[3]);

        // In its own units: ex, which MathJax counts in, is nothing that a picture knows.
        var sized = OuterSize().Replace(svg, FormattableString.Invariant($"<svg width=\"{view.Width}\" height=\"{view.Height}\" "), 1);
        return view is { Width: > 0, Height: > 0 } ? new SetFormula(Letters().Replace(sized, AsOutline), view) : null;
    }

    /// <summary>Draws it with its top left corner at a point.</summary>
    /// <param name="canvas">Receives it.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="size">Pixels of an em.</param>
    /// <param name="ink"><c>#RRGGBB</c>.</param>
    public void Draw(SKCanvas canvas, double x, double y, double size, string ink)
    {
        var picture = _drawn.GetOrAdd(ink, Parse);
        var scale = (float)(size / UnitsOfAnEm);
        canvas.Save();
        canvas.Translate((float)x, (float)y);
        canvas.Scale(scale);
        canvas.DrawPicture(picture);
        canvas.Restore();
    }

    private SKPicture Parse(string ink) => SKSvg.CreateFromSvg(_svg.Replace("currentColor", ink, StringComparison.Ordinal)).Picture
        ?? throw new InvalidDataException("MathJax wrote no picture.");

    // MathJax has outlines of mathematics; letters of languages come as text and are drawn in the pictures' own type.
    private static string AsOutline(Match match)
    {
        var size = double.Parse(match.Groups["size"].Value, CultureInfo.InvariantCulture);
        using var outline = new SKPathBuilder();
        var x = 0.0;
        foreach (var run in TextShaper.Shape(WebUtility.HtmlDecode(match.Groups["text"].Value), FontStyle.Medium).Runs)
        {
            run.AddTo(outline, x, size);
            x += run.Width(size, 0);
        }

        using var path = outline.Detach();
        return $"<path transform=\"{match.Groups["transform"].Value}\" d=\"{path.ToSvgPathData()}\"/>";
    }

    [GeneratedRegex(@"viewBox=""(?<numbers>[-\d. ]+)""")]
    private static partial Regex ViewBox();

    [GeneratedRegex(@"<svg style=""[^""]*"" xmlns=""[^""]*"" width=""[^""]*"" height=""[^""]*"" ")]
    private static partial Regex OuterSize();

    [GeneratedRegex(@"<text[^>]*transform=""(?<transform>[^""]*)""[^>]*font-size=""(?<size>[\d.]+)px""[^>]*>(?<text>[^<]*)</text>")]
    private static partial Regex Letters();
}
