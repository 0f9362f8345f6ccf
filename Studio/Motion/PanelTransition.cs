namespace TemporalVideo.Studio.Motion;

/// <summary>
/// The joint between two clips: a slanted panel, with a lighter band at its edge, sweeps in from the right until it covers the first
/// clip's last frame, and sweeps off to the left from the second clip's first frame.
/// </summary>
/// <param name="accent">Colour of the panel, <c>#RRGGBB</c>.</param>
internal sealed class PanelTransition(string accent)
{
    /// <summary>Frames that the panel takes to come, and to go.</summary>
    public const int Frames = 13;

    private const double Slant = 0.28;
    private const double Band = 150;

    private readonly Yuv _panel = Yuv.Parse(accent);
    private readonly Yuv _band = Yuv.Shade(accent, 0.35);

    /// <summary>Draws the panel coming in.</summary>
    /// <param name="frame">The frame to draw on.</param>
    /// <param name="framesLeft">Frames until the clip's last one, which is covered wholly.</param>
    public void DrawIn(Frame frame, int framesLeft)
    {
        if (framesLeft >= Frames)
        {
            return;
        }

        var edge = Edge(frame, Easing.InCubic(1 - ((double)framesLeft / Frames)));
        Paint(frame, edge - Band, double.MaxValue, _band);
        Paint(frame, edge, double.MaxValue, _panel);
    }

    /// <summary>Draws the panel going off.</summary>
    /// <param name="frame">The frame to draw on.</param>
    /// <param name="framesGone">Frames since the clip's first one, which is covered wholly.</param>
    public void DrawOut(Frame frame, int framesGone)
    {
        if (framesGone >= Frames)
        {
            return;
        }

        var edge = Edge(frame, Easing.OutCubic((double)framesGone / Frames));
        Paint(frame, double.MinValue, edge + Band, _band);
        Paint(frame, double.MinValue, edge, _panel);
    }

    /// <summary>The edge at the top of the frame as the share of its way grows from 0 (right of the picture) to 1 (left of it).</summary>
    private static double Edge(Frame frame, double share)
    {
        var reach = (Slant * frame.Y.Height) + Band;
        return frame.Y.Width + reach - (share * (frame.Y.Width + (2 * reach)));
    }

    private static void Paint(Frame frame, double from, double to, Yuv colour)
    {
        Paint(frame.Y, from, to, colour.Y, 1);
        Paint(frame.U, from, to, colour.U, 2);
        Paint(frame.V, from, to, colour.V, 2);
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
