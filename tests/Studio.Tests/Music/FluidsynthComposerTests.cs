using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Tests.Music;

public sealed class FluidsynthComposerTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [SkippableFact]
    public async Task ComposeAsync_AnyLength_IsExactHeardThroughoutAndFades()
    {
        Skip.IfNot(FluidsynthComposer.IsInstalled, "fluidsynth and its soundfont are not installed.");

        await new FluidsynthComposer().ComposeAsync(
            new MusicRequest { Seconds = 20.5, Subject = "physics", Seed = "a" }, _room.File("music.wav"), CancellationToken.None);

        var samples = WavFile.Read(_room.File("music.wav"), 48_000, 2);
        samples.Should().HaveCount((int)Math.Round(20.5 * 48_000) * 2);
        Enumerable.Range(2, 15).Select(second => MediaRoom.Rms(samples.AsSpan(second * 96_000, 96_000)))
            .Should().OnlyContain(loudness => loudness > 0.005f);
        MediaRoom.Rms(samples.AsSpan(samples.Length - 4_800)).Should().BeLessThan(MediaRoom.Rms(samples.AsSpan(4 * 96_000, 96_000)) / 5);
    }

    /// <summary>A tone of a known pitch at a known time, played by the program itself: the file says what the score says.</summary>
    [SkippableFact]
    public async Task Of_OneNote_IsPlayedAtItsTimeAndPitch()
    {
        Skip.IfNot(FluidsynthComposer.IsInstalled, "fluidsynth and its soundfont are not installed.");
        await File.WriteAllBytesAsync(_room.File("one.mid"), MidiFile.Of([new Note(Instrument.Keys, 1.5, 1, 69, 1, 0)]));

        await FluidsynthComposer.PlayAsync(_room.File("one.mid"), _room.File("one.wav"), CancellationToken.None);

        const int rate = 48_000;
        var samples = WavFile.Read(_room.File("one.wav"), rate, 2).Where((_, i) => i % 2 == 0).ToArray();
        var first = Array.FindIndex(samples, sample => Math.Abs(sample) > 0.01f) / (double)rate;
        first.Should().BeApproximately(1.5, 0.03);
        var heard = samples.AsSpan((int)(1.6 * rate), rate / 2).ToArray();
        Enumerable.Range(-24, 49).MaxBy(half => Strength(heard, rate, 440 * Math.Pow(2, half / 12.0)))
            .Should().Be(0, "it is the A of 440 Hz");
    }

    private static double Strength(float[] samples, int rate, double frequency)
    {
        var (real, imaginary) = (0.0, 0.0);
        for (var i = 0; i < samples.Length; i++)
        {
            var angle = 2 * Math.PI * frequency * i / rate;
            (real, imaginary) = (real + (samples[i] * Math.Cos(angle)), imaginary + (samples[i] * Math.Sin(angle)));
        }

        return Math.Sqrt((real * real) + (imaginary * imaginary));
    }
}
