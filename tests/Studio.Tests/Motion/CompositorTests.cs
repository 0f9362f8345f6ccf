using TemporalVideo.Studio.Motion;

namespace TemporalVideo.Studio.Tests.Motion;

public sealed class CompositorTests
{
    private static readonly byte Dark = Yuv.Parse("#000000").Y;
    private static readonly byte Light = Yuv.Parse("#FFFFFF").Y;

    [Fact]
    public void Draw_WholePixels_CopiesTheLayerExactly()
    {
        var frame = Drawn(White(40, 20), new Placement(10, 6, 1, 1, 1));

        Rows(frame, 6, 26).Should().OnlyContain(row =>
            row.Skip(10).Take(40).All(sample => sample == Light) && row[9] == Dark && row[50] == Dark);
        Rows(frame, 0, 6).Concat(Rows(frame, 26, 64)).Should().OnlyContain(row => row.All(sample => sample == Dark));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Draw_BetweenPixels_SharesTheEdgeBetweenThem(double part)
    {
        var row = Drawn(White(40, 20), new Placement(10 + part, 6, 1, 1, 1)).Y.Row(16).ToArray();

        row[10].Should().BeCloseTo((byte)(Dark + ((Light - Dark) * (1 - part))), 2);
        row[50].Should().BeCloseTo((byte)(Dark + ((Light - Dark) * part)), 2);
        row[11..50].Should().OnlyContain(sample => sample == Light);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.31)]
    [InlineData(2)]
    public void Draw_Scaled_CoversTheScaledSize(double scale)
    {
        var frame = Drawn(White(40, 20), new Placement(10, 6, scale, 1, 1));

        var light = frame.Y.Samples.Sum(sample => (double)(sample - Dark)) / (Light - Dark);
        light.Should().BeApproximately(40 * 20 * scale * scale, 40 * scale);
    }

    [Fact]
    public void Draw_HalfOpaque_MixesWithWhatIsBehind() =>
        Drawn(White(40, 20), new Placement(10, 6, 1, 0.5, 1)).Y.Row(16)[30].Should().BeCloseTo((byte)((Dark + Light) / 2), 1);

    [Fact]
    public void Draw_PartlyRevealed_ShowsTheLeftPartOnly()
    {
        var row = Drawn(White(100, 20), new Placement(10, 6, 1, 1, 0.5)).Y.Row(16).ToArray();

        row[11].Should().Be(Light);
        row[109].Should().Be(Dark);
    }

    [Theory]
    [InlineData(-30.5, -10.25)]
    [InlineData(100.7, 55.1)]
    [InlineData(-400, 0)]
    public void Draw_PartlyOutside_DrawsWhatIsInside(double x, double y)
    {
        var light = Drawn(White(40, 20), new Placement(x, y, 1, 1, 1)).Y.Samples.Sum(sample => (double)(sample - Dark)) / (Light - Dark);

        var inside = Math.Max(0, Math.Min(128, x + 40) - Math.Max(0, x)) * Math.Max(0, Math.Min(64, y + 20) - Math.Max(0, y));
        light.Should().BeApproximately(inside, 1 + (inside * 0.02));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3.7, 1.07)]
    public void Draw_CoveringPicture_ReachesAllEdges(double x, double scale)
    {
        var picture = LayerImage.FromRgba(Enumerable.Repeat((byte)255, 128 * 64 * 4).ToArray(), 128, 64, covers: true);

        Drawn(picture, new Placement(x, 64 * (1 - scale), scale, 1, 1)).Y.Samples.Should().OnlyContain(sample => sample == Light);
    }

    [Fact]
    public void Draw_Colour_KeepsItsHue()
    {
        var red = Enumerable.Range(0, 40 * 20).SelectMany(_ => new byte[] { 220, 40, 30, 255 }).ToArray();
        var frame = Drawn(LayerImage.FromRgba(red, 40, 20, covers: false), new Placement(10, 6, 1, 1, 1));

        new Yuv(frame.Y.Row(16)[30], frame.U.Row(8)[15], frame.V.Row(8)[15]).Should().Be(Yuv.FromRgb(220, 40, 30));
    }

    [Fact]
    public void Over_EveryLength_EqualsTheFormula()
    {
        var random = new Random(1);
        for (var length = 0; length < 100; length++)
        {
            byte[] alpha = Bytes(random, length), target = Bytes(random, length), expected = new byte[length];
            var source = alpha.Select(a => (byte)random.Next(a + 1)).ToArray();
            for (var i = 0; i < length; i++)
            {
                expected[i] = (byte)(source[i] + Math.Round(target[i] * (255 - alpha[i]) / 255.0));
            }

            Samples.Over(source, alpha, target);

            target.Should().Equal(expected);
        }
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static LayerImage White(int width, int height) =>
        LayerImage.FromRgba(Enumerable.Repeat((byte)255, width * height * 4).ToArray(), width, height, covers: false);

    private static Frame Drawn(LayerImage image, Placement place)
    {
        var frame = new Frame(128, 64);
        frame.Fill(Yuv.Parse("#000000"));
        new Compositor().Draw(frame, image, place);
        return frame;
    }

    private static IEnumerable<byte[]> Rows(Frame frame, int from, int to) =>
        Enumerable.Range(from, to - from).Select(y => frame.Y.Row(y).ToArray());
}
