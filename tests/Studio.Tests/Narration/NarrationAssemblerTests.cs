using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed class NarrationAssemblerTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.07)]
    public async Task AssembleAsync_TwoSentences_StandWhereTheScheduleSays(double tempo)
    {
        await _room.RunAsync("-f", "lavfi", "-i", "sine=f=300:r=48000:d=1.5", "-c:a", "pcm_s16le", _room.File("a.wav"));
        var spoken = new SpokenSegment
        {
            SegmentId = "s01",
            Duration = 5,
            Sentences = [new("A.", 0.5, 0.5 + (1.5 / tempo)), new("B.", 3, 3 + (1.5 / tempo))],
        };

        await new NarrationAssembler(_room.Ffmpeg).AssembleAsync(
            spoken, [_room.File("a.wav"), _room.File("a.wav")], tempo, _room.File("s01.wav"), CancellationToken.None);

        var samples = WavFile.Read(_room.File("s01.wav"), 48_000, 1);
        samples.Should().HaveCount(5 * 48_000);
        Level(samples, 0, 0.49).Should().Be(0);
        Level(samples, 0.6, spoken.Sentences[0].End - 0.1).Should().BeGreaterThan(0.05);
        Level(samples, spoken.Sentences[0].End + 0.06, 2.99).Should().BeLessThan(0.001);
        Level(samples, 3.1, spoken.Sentences[1].End - 0.1).Should().BeGreaterThan(0.05);
        Level(samples, spoken.Sentences[1].End + 0.06, 5).Should().BeLessThan(0.001);
    }

    private static double Level(float[] samples, double from, double to) =>
        MediaRoom.Rms(samples.AsSpan((int)(from * 48_000)..(int)(to * 48_000)));
}
