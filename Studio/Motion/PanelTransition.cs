namespace TemporalVideo.Studio.Motion;

/// <summary>
/// The joint between two clips: panels with a lighter band at their edge come in until they cover the first clip's last frame, and go off
/// from the second
/// clip's first frame. Three kinds take turns: a slanted panel from right to left, one that rises from below, and two doors.
/// </summary>
/// <param name="accent">Colour of the panels, <c>#RRGGBB</c>.</param>
/// <param name="joint">Which joint of the video it is; both clips that meet there name the same.</param>
internal sealed class PanelTransition(string accent, int joint = 0)
{
    /// <summary>Frames that the panels take to come, and to go.</summary>
    public const int Frames = 13;

    private const int Kinds = 3;
    private const double Slant = 0.28;
    private const double Band = 150;

    private readonly Yuv _panel = Yuv.Parse(accent);
    private readonly Yuv _band = Yuv.Shade(accent, 0.35);
    private readonly int _kind = ((joint % Kinds) + Kinds) % Kinds;

    /// <summary>Draws the panels coming in.</summary>
    /// <param name="frame">The frame to draw on.</param>
    /// <param name="framesLeft">Frames until the clip's last one, which is covered wholly.</param>
    public void DrawIn(Frame frame, int framesLeft)
    {
        if (framesLeft < Frames)
        {
            Draw(frame, Easing.InCubic(1 - ((double)framesLeft / Frames)), comes: true);
        }
    }

    /// <summary>Draws the panels going off.</summary>
    /// <param name="frame">The frame to draw on.</param>
    /// <param name="framesGone">Frames since the clip's first one, which is covered wholly.</param>
    public void DrawOut(Frame frame, int framesGone)
    {
        if (framesGone < Frames)
        {
            Draw(frame, Easing.OutCubic((double)framesGone / Frames), comes: false);
        }
    }

    private void Draw(Frame frame, double share, bool comes)
    {
        switch (_kind)
        {
            case 1:
                Rise(frame, share, comes);
                break;
            case 2:
                Doors(frame, comes ? share : 1 - share);
                break;
            default:
                Sweep(frame, share, comes);
                break;
        }
    }

    /// <summary>From the right over the picture, and on to the left.</summary>
    private void Sweep(Frame frame, double share, bool comes)
    {
        var reach = (Slant * frame.Y.Height) + Band;
        var edge = frame.Y.Width + reach - (share * (frame.Y.Width + (2 * reach)));
        var (from, to) = comes ? (edge, double.MaxValue) : (double.MinValue, edge);
        Paint(frame, comes ? from - Band : from, comes ? to : to + Band, _band);
        Paint(frame, from, to, _panel);
    }

    /// <summary>From below over the picture, and on upwards.</summary>
    private void Rise(Frame frame, double share, bool comes)
    {
        var edge = frame.Y.Height + Band - (share * (frame.Y.Height + (2 * Band)));
        var (top, bottom) = comes ? (edge, double.MaxValue) : (double.MinValue, edge);
        PaintRows(frame, comes ? top - Band : top, comes ? bottom : bottom + Band, _band);
        PaintRows(frame, top, bottom, _panel);
    }

    /// <summary>From both sides to the middle, and back.</summary>
    private void Doors(Frame frame, double closed)
    {
        var half = frame.Y.Width / 2.0;
        var reach = (Slant * frame.Y.Height / 2) + Band;
        var open = half + reach - (closed * (half + (2 * reach)));
        var shift = Slant * frame.Y.Height / 2;
        foreach (var (extra, colour) in ((double, Yuv)[])[(Band, _band), (0, _panel)])
        {
            Paint(frame, double.MinValue, half + shift - open + extra, colour);
            Paint(frame, half + shift + open - extra, double.MaxValue, colour);
        }
    }

    private static void Paint(Frame frame, double from, double to, Yuv colour)
    {
        Paint(frame.Y, from, to, colour.Y, 1);
        Paint(frame.U, from, to, colour.U, 2);
        Paint(frame.V, from, to, colour.V, 2);
    }

    private static void PaintRows(Frame frame, double top, double bottom, Yuv colour)
    {
        PaintRows(frame.Y, top, bottom, colour.Y, 1);
        PaintRows(frame.U, top, bottom, colour.U, 2);
        PaintRows(frame.V, top, bottom, colour.V, 2);
    }

    private static void PaintRows(Plane plane, double top, double bottom, byte value, int subsampling)
    {
        var (first, last) = (Math.Clamp(top / subsampling, 0, plane.Height), Math.Clamp(bottom / subsampling, 0, plane.Height));
        for (var y = (int)Math.Round(first); y < (int)Math.Round(last); y++)
        {
            plane.Row(y).Fill(value);
        }
    }

    private static void Paint(Plane plane, double from, double to, byte value, int subsampling)
    {
        for (var y = 0; y < plane.Height; y++)
        {
            var slant = Slant * y * subsampling;
            var left = Math.Clamp((from - slant) / subsampling, 0, plane.Width);
            var right = Math.Clamp((to - slant) / subsampling, 0, plane.Width);
            if (left < right)
            {
                var row = plane.Row(y);
                var (first, last) = ((int)left, (int)right);
                row[Math.Min(first + 1, last)..last].Fill(value);
                Mix(row, first, value, Math.Min(first + 1, right) - left);
                Mix(row, last, value, last > first ? right - last : 0);
            }
        }
    }

    private static void Mix(Span<byte> row, int x, byte value, double share)
    {
        if (x < row.Length && share > 0)
        {
            row[x] = (byte)Math.Round(row[x] + ((value - row[x]) * share));
        }
    }
}
