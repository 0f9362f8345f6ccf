using System.Globalization;
using System.Text;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>SVG in the making, in canvas coordinates. Knows how far it reaches and where its text stands.</summary>
internal sealed class Sketch
{
    private readonly StringBuilder _body = new();
    private readonly StringBuilder _defs = new();
    private readonly List<DrawnText> _texts = [];
    private Box? _extent;

    public Box Extent => _extent ?? new Box(0, 0, 1, 1);

    public bool IsEmpty => _extent is null;

    public IReadOnlyList<DrawnText> Texts => _texts;

    public static string N(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);

    public Sketch Circle(double x, double y, double radius, string fill, double opacity = 1)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{fill}\"{Opacity(opacity)}/>");
        return Reach(Box.Around(x, y, radius * 2, radius * 2));
    }

    public Sketch Ring(double x, double y, double radius, double width, string stroke, double opacity = 1, string? dash = null)
    {
        var dashes = dash is null ? "" : $" stroke-dasharray=\"{dash}\" stroke-linecap=\"round\"";
        _body.Append(CultureInfo.InvariantCulture,
            $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{N(width)}\"{dashes}{Opacity(opacity)}/>");
        return Reach(Box.Around(x, y, (radius * 2) + width, (radius * 2) + width));
    }

    public Sketch Ellipse(double x, double y, double radiusX, double radiusY, string fill, double opacity = 1)
    {
        _body.Append(CultureInfo.InvariantCulture,
            $"<ellipse cx=\"{N(x)}\" cy=\"{N(y)}\" rx=\"{N(radiusX)}\" ry=\"{N(radiusY)}\" fill=\"{fill}\"{Opacity(opacity)}/>");
        return Reach(Box.Around(x, y, radiusX * 2, radiusY * 2));
    }

    public Sketch Rect(Box box, double radius, string fill, double opacity = 1)
    {
        _body.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{N(box.X)}\" y=\"{N(box.Y)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\" rx=\"{N(radius)}\" fill=\"{fill}\"{Opacity(opacity)}/>");
        return Reach(box);
    }

    public Sketch Path(string data, Box extent, string fill, double opacity = 1)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\" fill=\"{fill}\"{Opacity(opacity)}/>");
        return Reach(extent);
    }

    public Sketch Stroke(string data, Box extent, string stroke, double width, double opacity = 1, string? dash = null)
    {
        var dashes = dash is null ? "" : $" stroke-dasharray=\"{dash}\"";
        _body.Append(CultureInfo.InvariantCulture,
            $"<path d=\"{data}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{N(width)}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"{dashes}{Opacity(opacity)}/>");
        return Reach(extent.Grow(width / 2));
    }

    public Sketch Text(TextBlock block, double x, double y, string ink, string ground, TextAlign align = TextAlign.Left)
    {
        var extent = block.Extent(x, y, align);
        _body.Append(block.ToSvg(x, y, ink, align));
        _texts.Add(new DrawnText(block.ToString(), extent, ink, ground));
        return Reach(block.Ink(extent));
    }

    public Sketch Picture(Pictogram pictogram, double x, double y, double size, double rotate = 0, double opacity = 1)
    {
        var scale = size / pictogram.Size;
        var turn = rotate == 0 ? "" : $" rotate({N(rotate)} {N(x)} {N(y)})";
        var transform = $"{turn} translate({N(x - (size / 2))} {N(y - (size / 2))}) scale({scale.ToString("0.####", CultureInfo.InvariantCulture)})".TrimStart();
        _body.Append(CultureInfo.InvariantCulture, $"<g transform=\"{transform}\"{Opacity(opacity)}>{pictogram.Body}</g>");
        return Reach(Box.Around(x, y, rotate == 0 ? size : size * 1.35, rotate == 0 ? size : size * 1.35));
    }

    /// <summary>Adds SVG as it is; the caller says how far it reaches.</summary>
    public Sketch Raw(string svg, Box extent)
    {
        _body.Append(svg);
        return Reach(extent);
    }

    /// <summary>Adds a definition (gradient, clip path) to refer to by its id.</summary>
    public Sketch Define(string svg)
    {
        _defs.Append(svg);
        return this;
    }

    /// <summary>The elements drawn so far, without definitions.</summary>
    public string Body => _body.ToString();

    /// <summary>The document that shows the given part of the canvas.</summary>
    public string ToSvg(Box view) => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{N(view.Width)}\" height=\"{N(view.Height)}\" viewBox=\"{N(view.X)} {N(view.Y)} {N(view.Width)} {N(view.Height)}\"><defs>{_defs}</defs>{_body}</svg>");

    private static string Opacity(double opacity) => opacity >= 1 ? "" : $" opacity=\"{N(opacity)}\"";

    private Sketch Reach(Box box)
    {
        _extent = _extent?.Union(box) ?? box;
        return this;
    }
}
