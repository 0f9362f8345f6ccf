using System.Globalization;
using SkiaSharp;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>A drawing in the making, in canvas coordinates: a list of what is to be drawn. Knows how far it reaches and where its text
/// stands.</summary>
internal sealed class Sketch
{
    private readonly List<Operation> _operations = [];
    private readonly List<DrawnText> _texts = [];
    private Box? _extent;

    public Box Extent => _extent ?? new Box(0, 0, 1, 1);

    public bool IsEmpty => _extent is null;

    public IReadOnlyList<DrawnText> Texts => _texts;

    /// <summary>A number for path data.</summary>
    public static string N(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>Draws what was recorded.</summary>
    public void Draw(SKCanvas canvas)
    {
        foreach (var operation in _operations)
        {
            operation.Draw(canvas);
        }
    }

    /// <summary>
    /// The same, left and right exchanged on a canvas of a width, for languages that are read from the right. Text, pictures and formulas
    /// stand in their
    /// mirrored places unturned.
    /// </summary>
    public Sketch Mirrored(double width)
    {
        Sketch mirrored = new();
        foreach (var operation in _operations)
        {
            var box = operation.Extent with { X = width - operation.Extent.Right };
            var shift = (float)(box.X - operation.Extent.X);
            mirrored._operations.Add(new Operation(box, operation.Upright, canvas =>
            {
                using var _ = new SKAutoCanvasRestore(canvas);
                if (operation.Upright)
                {
                    canvas.Translate(shift, 0);
                }
                else
                {
                    canvas.Translate((float)width, 0);
                    canvas.Scale(-1, 1);
                }

                operation.Draw(canvas);
            }));
        }

        mirrored._texts.AddRange(_texts.Select(text => text with { Extent = text.Extent with { X = width - text.Extent.Right } }));
        mirrored._extent = _extent is { } extent ? extent with { X = width - extent.Right } : null;
        return mirrored;
    }

    public Sketch Circle(double x, double y, double radius, string fill, double opacity = 1) =>
        Ellipse(x, y, radius, radius, fill, opacity);

    public Sketch Ellipse(double x, double y, double radiusX, double radiusY, string fill, double opacity = 1) =>
        Add(Box.Around(x, y, radiusX * 2, radiusY * 2), Paints.Fill(fill, opacity), (canvas, paint) =>
            canvas.DrawOval((float)x, (float)y, (float)radiusX, (float)radiusY, paint));

    /// <summary>A circle line. <paramref name="dash"/>: lengths of line and gap in turn.</summary>
    public Sketch Ring(double x, double y, double radius, double width, string stroke, double opacity = 1, double[]? dash = null) =>
        Add(Box.Around(x, y, (radius * 2) + width, (radius * 2) + width),
            Paints.Stroke(stroke, width, opacity, dash, round: dash is not null),
            (canvas, paint) => canvas.DrawCircle((float)x, (float)y, (float)radius, paint));

    /// <summary>A part of a circle line; 0 degrees is at the top, clockwise.</summary>
    public Sketch Arc(double x, double y, double radius, double width, string stroke, double from, double degrees) =>
        Add(Box.Around(x, y, (radius * 2) + width, (radius * 2) + width), Paints.Stroke(stroke, width, 1, null, round: false),
            (canvas, paint) => canvas.DrawArc(Paints.Rect(Box.Around(x, y, radius * 2, radius * 2)), (float)(from - 90), (float)degrees,
                false, paint));

    /// <summary>A slice of a disc; 0 degrees is at the top, clockwise.</summary>
    public Sketch Slice(double x, double y, double radius, string fill, double from, double degrees) =>
        Add(Box.Around(x, y, radius * 2, radius * 2), Paints.Fill(fill, 1),
            (canvas, paint) => canvas.DrawArc(Paints.Rect(Box.Around(x, y, radius * 2, radius * 2)), (float)(from - 90), (float)degrees,
                true, paint));

    public Sketch Rect(Box box, double radius, string fill, double opacity = 1) =>
        Add(box, Paints.Fill(fill, opacity), (canvas, paint) =>
            canvas.DrawRoundRect(Paints.Rect(box), (float)radius, (float)radius, paint));

    /// <summary>The outline of a rectangle with round corners.</summary>
    public Sketch Outline(Box box, double radius, string stroke, double width, double opacity = 1, double[]? dash = null) =>
        Add(box.Grow(width / 2), Paints.Stroke(stroke, width, opacity, dash), (canvas, paint) =>
            canvas.DrawRoundRect(Paints.Rect(box), (float)radius, (float)radius, paint));

    /// <summary>A rectangle that changes from one colour at its top to another at its foot.</summary>
    public Sketch Graded(Box box, string top, string bottom) =>
        Add(box, Paints.Gradient(box, top, bottom), (canvas, paint) => canvas.DrawRect(Paints.Rect(box), paint));

    /// <summary>A filled outline; <paramref name="data"/> is SVG path data.</summary>
    public Sketch Path(string data, Box extent, string fill, double opacity = 1)
    {
        var path = Paints.Path(data);
        return Add(extent, Paints.Fill(fill, opacity), (canvas, paint) => canvas.DrawPath(path, paint));
    }

    /// <summary>A line; <paramref name="data"/> is SVG path data.</summary>
    public Sketch Stroke(string data, Box extent, string stroke, double width, double opacity = 1, double[]? dash = null)
    {
        var path = Paints.Path(data);
        return Add(extent.Grow(width / 2), Paints.Stroke(stroke, width, opacity, dash), (canvas, paint) => canvas.DrawPath(path, paint));
    }

    public Sketch Text(TextBlock block, double x, double y, string ink, string ground, TextAlign align = TextAlign.Left)
    {
        var extent = block.Extent(x, y, align);
        _texts.Add(new DrawnText(block.ToString(), extent, ink, ground) { Size = block.Size });
        return Add(block.Ink(extent), Paints.Fill(ink, 1), (canvas, paint) => block.Draw(canvas, x, y, align, paint), upright: true);
    }

    /// <summary>A pictogram around a point; degrees turn it clockwise.</summary>
    public Sketch Picture(Pictogram pictogram, double x, double y, double size, double rotate = 0)
    {
        var reach = rotate == 0 ? size : size * 1.35;
        return Add(Box.Around(x, y, reach, reach), canvas =>
        {
            using var _ = new SKAutoCanvasRestore(canvas);
            canvas.RotateDegrees((float)rotate, (float)x, (float)y);
            pictogram.Draw(canvas, x, y, size);
        });
    }

    /// <summary>A bitmap scaled into a rectangle.</summary>
    public Sketch Bitmap(SKImage image, Box box) =>
        Add(box, canvas => canvas.DrawImage(image, Paints.Rect(box), new SKSamplingOptions(SKCubicResampler.Mitchell)));

    /// <summary>Draws another sketch, cut to an outline; <paramref name="data"/> is SVG path data.</summary>
    public Sketch Clipped(string data, Box extent, Sketch inner)
    {
        var path = Paints.Path(data);
        return Inside(extent, inner, canvas => canvas.ClipPath(path, SKClipOperation.Intersect, antialias: true));
    }

    /// <summary>Draws another sketch, cut to a rectangle with round corners.</summary>
    public Sketch Clipped(Box box, double radius, Sketch inner) =>
        Inside(box, inner, canvas =>
        {
            using var outline = new SKRoundRect(Paints.Rect(box), (float)radius);
            canvas.ClipRoundRect(outline, SKClipOperation.Intersect, antialias: true);
        });

    /// <summary>Draws another sketch as a whole with an opacity: where its parts overlap nothing shows.</summary>
    public Sketch Faded(Sketch inner, double opacity) => Inside(inner.Extent, inner, canvas =>
    {
        using var paint = new SKPaint { Color = SKColors.Black.WithAlpha((byte)Math.Round(opacity * 255)) };
        canvas.SaveLayer(paint);
    });

    /// <summary>Draws another sketch turned around a point of its own and moved there.</summary>
    public Sketch Placed(Sketch inner, double x, double y, double degrees, Box extent) => Inside(extent, inner, canvas =>
    {
        canvas.Translate((float)x, (float)y);
        canvas.RotateDegrees((float)degrees);
    });

    /// <summary>Anything that draws itself; the caller says how far it reaches, and whether it must not be turned over.</summary>
    public Sketch Add(Box extent, Action<SKCanvas> draw, bool upright = true)
    {
        _operations.Add(new Operation(extent, upright, draw));
        _extent = _extent?.Union(extent) ?? extent;
        return this;
    }

    /// <summary>Says that text which was drawn otherwise stands in the picture.</summary>
    public Sketch Note(DrawnText text)
    {
        _texts.Add(text);
        return this;
    }

    private Sketch Add(Box extent, Func<SKPaint> makePaint, Action<SKCanvas, SKPaint> draw, bool upright = false) => Add(
        extent,
        canvas =>
        {
            using var paint = makePaint();
            draw(canvas, paint);
        },
        upright);

    private Sketch Inside(Box extent, Sketch inner, Action<SKCanvas> prepare)
    {
        _texts.AddRange(inner.Texts);
        return Add(
            extent,
            canvas =>
            {
                var saved = canvas.Save();
                prepare(canvas);
                inner.Draw(canvas);
                canvas.RestoreToCount(saved);
            },
            upright: inner._texts.Count > 0);
    }

    private readonly record struct Operation(Box Extent, bool Upright, Action<SKCanvas> Draw);
}
