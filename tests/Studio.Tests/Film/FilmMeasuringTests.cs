using SkiaSharp;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Film;

/// <summary>What is measured on pictures and sound is what they are made of.</summary>
public sealed class FilmMeasuringTests
{
    private const int Fields = FlashMeter.Columns * FlashMeter.Rows;

    [Theory]
    [InlineData(3, 1.0, 5, "white that comes and goes every three frames")]
    [InlineData(15, 1.0, 1, "white that comes and goes every half second")]
    [InlineData(3, 0.02, 0, "white on a fiftieth of the picture")]
    public void OfFlashes_Blinking_CountsFlashesOfASecond(int frames, double share, int flashes, string because) =>
        Flashes(Film(60, (frame, field) => field < share * Fields && frame / frames % 2 == 1 ? White : Black))
            .Flashes.Should().Be(flashes, because);

    [Fact]
    public void OfFlashes_SaturatedRed_IsCountedThoughItIsDark() =>
        Flashes(Film(60, (frame, _) => frame / 3 % 2 == 1 ? ((byte)130, (byte)0, (byte)0) : Black)).Flashes.Should().Be(5);

    [Fact]
    public void OfFlashes_SlowFade_IsNoFlash() =>
        Flashes(Film(60, (frame, _) => ((byte)(4 * frame), (byte)(4 * frame), (byte)(4 * frame)))).Flashes.Should().Be(0);

    [Fact]
    public void OfFlashes_LateFlashes_SaysWhen() =>
        Flashes(Film(150, (frame, _) => frame >= 90 && frame < 120 && frame / 3 % 2 == 1 ? White : Black))
            .FlashesAt.Should().BeInRange(2, 3.2);

    [Fact]
    public void OfFlashes_TwoPlaces_SaysEachOnce()
    {
        var flashing = Flashes(Film(
            300, (frame, _) => frame is (>= 90 and < 120) or (>= 240 and < 270) && frame / 3 % 2 == 1 ? White : Black)).FlashingAt;

        flashing.Should().HaveCount(2);
        (flashing[0], flashing[1]).Should().Match<(double First, double Second)>(
            at => at.First >= 2 && at.First < 3.5 && at.Second >= 7 && at.Second < 8.5);
    }

    [Fact]
    public void OfFlashes_NoFrames_HasNone() =>
        Flashes([]).Should().BeEquivalentTo(new { Flashes = 0, FlashingAt = Array.Empty<double>() });

    private static FilmMeasurements Flashes(byte[] film) => FilmMeasurements.OfFlashes(FlashMeter.Count(film));

    [Theory]
    [InlineData(0.1, 20)]
    [InlineData(0.5, 6)]
    public void OverPauses_SpeechAndMusic_IsTheirRatio(float music, double decibels)
    {
        var samples = new float[6 * SpeechLevel.SampleRate];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = i / SpeechLevel.SampleRate is 1 or 4 ? 1 : music;
        }

        SpeechLevel.OverPauses(samples, Schedule((1, 2), (4, 5))).Should().BeApproximately(decibels, 0.1);
    }

    [Fact]
    public void OverPauses_OneSentence_HasNone() => SpeechLevel.OverPauses(new float[8000], Schedule((0, 1))).Should().BeNull();

    [Theory]
    [InlineData("#FFFFFF", "#000000", 21, 19)]
    [InlineData("#767676", "#FFFFFF", 4.54, 4.2)]
    [InlineData("#C8C8C8", "#FFFFFF", 1.67, 1.4)]
    public void Of_TextOnAGround_IsTheirContrast(string ink, string ground, double most, double least)
    {
        var text = new SceneText("Tides", 100, 100, 300, 80, 64);

        ContrastMeter.Of(Frame(ink, ground), VideoSize.Wide, text).Should().BeInRange(least, most * 1.02);
    }

    [Fact]
    public void Of_TextThatIsNotThere_IsOne() =>
        ContrastMeter.Of(Frame("#000000", "#FFFFFF"), VideoSize.Wide, new SceneText("Tides", 900, 600, 300, 80, 64)).Should().Be(1);

    private static (byte, byte, byte) White => (255, 255, 255);

    private static (byte, byte, byte) Black => (0, 0, 0);

    private static byte[] Film(int frames, Func<int, int, (byte Red, byte Green, byte Blue)> colour) =>
    [
        .. Enumerable.Range(0, frames).SelectMany(frame => Enumerable.Range(0, Fields).SelectMany(field =>
            colour(frame, field) is var (red, green, blue) ? new[] { red, green, blue } : [])),
    ];

    private static NarrationSchedule Schedule(params (double Start, double End)[] sentences) => new(1,
    [
        new SpokenSegment
        {
            SegmentId = "s01",
            Duration = 6,
            Sentences = [.. sentences.Select(sentence => new SpokenSentence("It is said.", sentence.Start, sentence.End))],
        },
    ]);

    private static byte[] Frame(string ink, string ground)
    {
        using var bitmap = new SKBitmap(1920, 1080, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColor.Parse(ink), IsAntialias = true };
        canvas.Clear(SKColor.Parse(ground));
        for (var x = 0; x < 14; x++)
        {
            canvas.DrawRoundRect(104 + (x * 20), 118, 7, 46, 3, 3, paint);
        }

        var pixels = bitmap.GetPixelSpan();
        var rgb = new byte[1920 * 1080 * 3];
        for (var i = 0; i < 1920 * 1080; i++)
        {
            pixels.Slice(i * 4, 3).CopyTo(rgb.AsSpan(i * 3));
        }

        return rgb;
    }
}
