using SkiaSharp;

namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>What sketches are drawn with.</summary>
internal static class Paints
{
    public static Func<SKPaint> Fill(string colour, double opacity) => () =>
        new SKPaint { Color = Colour(colour, opacity), IsAntialias = true };

    public static Func<SKPaint> Stroke(string colour, double width, double opacity, double[]? dash, bool round = true) => () => new SKPaint
    {
        Color = Colour(colour, opacity),
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = (float)width,
        StrokeCap = round ? SKStrokeCap.Round : SKStrokeCap.Butt,
        StrokeJoin = SKStrokeJoin.Round,
        PathEffect = dash is null ? null : SKPathEffect.CreateDash([.. dash.Select(length => (float)length)], 0),
    };

    public static Func<SKPaint> Gradient(Box box, string top, string bottom) => () => new SKPaint
    {
        IsAntialias = true,
        IsDither = false,
        Shader = SKShader.CreateLinearGradient(
            new SKPoint(0, (float)box.Y), new SKPoint(0, (float)box.Bottom), [Colour(top, 1), Colour(bottom, 1)], SKShaderTileMode.Clamp),
    };

    /// <exception cref="ArgumentException">It is no SVG path data.</exception>
    public static SKPath Path(string data) =>
        SKPath.ParseSvgPathData(data) ?? throw new ArgumentException($"\"{data}\" is no path.", nameof(data));

    public static SKRect Rect(Box box) => new((float)box.X, (float)box.Y, (float)box.Right, (float)box.Bottom);

    private static SKColor Colour(string colour, double opacity) =>
        SKColor.Parse(colour).WithAlpha((byte)Math.Round(Math.Clamp(opacity, 0, 1) * 255));
}
