namespace TemporalVideo.Studio.Motion;

/// <summary>Draws layers into frames at positions and sizes between pixels, bilinearly, so that slow movement is smooth.</summary>
internal sealed class Compositor
{
    private const double RevealEdge = 90;

    private readonly byte[] _first = new byte[8192];
    private readonly byte[] _colour = new byte[8192];
    private readonly byte[] _alpha = new byte[8192];
    private readonly byte[] _mask = new byte[8192];
    private readonly byte[] _here = new byte[8192];
    private readonly byte[] _next = new byte[8192];
    private readonly byte[] _weights = new byte[8192];
    private readonly List<TapRun> _runs = [];

    /// <summary>Draws one layer over what is in the frame.</summary>
    public void Draw(Frame frame, LayerImage image, Placement place)
    {
        if (!place.Visible)
        {
            return;
        }

        Draw(frame.Y, image.Y, image.Alpha, image.LumaSpans, image, place, 1);
        Draw(frame.U, image.U, image.ChromaAlpha, image.ChromaSpans, image, place, 2);
        Draw(frame.V, image.V, image.ChromaAlpha, image.ChromaSpans, image, place, 2);
    }

    private void Draw(Plane target, Plane colour, Plane alpha, RowSpan[] spans, LayerImage image, Placement place, int subsampling)
    {
        var horizontal = new Axis(place.X / subsampling, place.Scale);
        var vertical = new Axis(place.Y / subsampling, place.Scale);
        var (top, bottom) = vertical.Covered(0, colour.Height - 1, target.Height);
        var (left, right) = horizontal.Covered(0, colour.Width - 1, target.Width);
        if (place.Scale != 1)
        {
            PrepareTaps(horizontal, left, right);
        }

        var masked = place.Revealed < 1;
        if (masked)
        {
            PrepareMask(place, image.Width, subsampling, left, right);
        }

        var opacity = (byte)Math.Round(place.Opacity * 255);
        var solid = image.Opaque && opacity == 255 && !masked;
        for (var y = top; y < bottom; y++)
        {
            var (row, weight) = vertical.Tap(y);
            var span = spans[row].Union(spans[row + 1]);
            if (span.Empty)
            {
                continue;
            }

            var (from, to) = horizontal.Covered(span.First, span.End, target.Width);
            (from, to) = (Math.Max(from, left), Math.Min(to, right));
            if (from >= to)
            {
                continue;
            }

            var output = target.Row(y)[from..to];
            if (solid)
            {
                Sample(colour, row, weight, horizontal, from, output);
                continue;
            }

            var over = _colour.AsSpan(0, to - from);
            var cover = _alpha.AsSpan(0, to - from);
            Sample(colour, row, weight, horizontal, from, over);
            Sample(alpha, row, weight, horizontal, from, cover);
            Thin(over, cover, opacity, masked ? _mask.AsSpan(from, to - from) : []);
            Samples.Over(over, cover, output);
        }
    }

    /// <summary>Reads a row of the layer as it falls on the target's pixels from <paramref name="from"/> on.</summary>
    private void Sample(Plane plane, int row, int weight, Axis horizontal, int from, Span<byte> output)
    {
        if (horizontal.Scale == 1)
        {
            var (tap, across) = horizontal.Tap(from);
            var needed = Math.Min(output.Length + 1, plane.Width - tap);
            var mixed = _first.AsSpan(0, needed);
            Samples.Lerp(plane.Row(row)[tap..], plane.Row(row + 1)[tap..], weight, mixed);
            Samples.Lerp(mixed, mixed[1..], across, output);
            return;
        }

        var (start, end) = (horizontal.Tap(from).Index, horizontal.Tap(from + output.Length - 1).Index + 2);
        var line = _first.AsSpan(0, end - start);
        Samples.Lerp(plane.Row(row)[start..], plane.Row(row + 1)[start..], weight, line);
        foreach (var run in _runs)
        {
            var (first, last) = (Math.Max(run.From, from), Math.Min(run.To, from + output.Length));
            if (first < last)
            {
                var samples = line[(first + run.Offset - start)..];
                samples[..(last - first)].CopyTo(_here.AsSpan(first - from));
                samples.Slice(1, last - first).CopyTo(_next.AsSpan(first - from));
            }
        }

        Samples.Lerp(_here, _next, _weights.AsSpan(from, output.Length), output);
    }

    private static void Thin(Span<byte> colour, Span<byte> alpha, byte opacity, ReadOnlySpan<byte> mask)
    {
        if (opacity < 255)
        {
            Samples.Multiply(colour, opacity);
            Samples.Multiply(alpha, opacity);
        }

        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i] < 255)
            {
                colour[i] = (byte)(colour[i] * mask[i] / 255);
                alpha[i] = (byte)(alpha[i] * mask[i] / 255);
            }
        }
    }

    /// <summary>At sizes near the file's own, neighbouring pixels mostly read neighbouring samples: such runs are copied whole.</summary>
    private void PrepareTaps(Axis horizontal, int left, int right)
    {
        _runs.Clear();
        for (var x = left; x < right; x++)
        {
            var (tap, weight) = horizontal.Tap(x);
            _weights[x] = (byte)weight;
            if (_runs.Count > 0 && _runs[^1].Offset == tap - x)
            {
                _runs[^1] = _runs[^1] with { To = x + 1 };
            }
            else
            {
                _runs.Add(new TapRun(x, x + 1, tap - x));
            }
        }
    }

    /// <summary>The uncovered part ends in a soft edge.</summary>
    private void PrepareMask(Placement place, int width, int subsampling, int left, int right)
    {
        var edge = place.X + (place.Revealed * ((width * place.Scale) + RevealEdge));
        for (var x = left; x < right; x++)
        {
            _mask[x] = (byte)Math.Clamp((edge - (x * subsampling)) / RevealEdge * 255, 0, 255);
        }
    }

    /// <summary>Frame pixels whose samples lie at one distance from them.</summary>
    private readonly record struct TapRun(int From, int To, int Offset);
}
