using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Tests.Music;

public sealed class GenerativeComposerTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task ComposeAsync_AnyLength_IsExactFadesAndDoesNotClip()
    {
        await new GenerativeComposer().ComposeAsync(Request("physics", "a", 12.34), _room.File("music.wav"), CancellationToken.None);

        var samples = WavFile.Read(_room.File("music.wav"), 48_000, 2);
        samples.Should().HaveCount((int)Math.Round(12.34 * 48_000) * 2);
        samples.Max(Math.Abs).Should().BeInRange(0.5f, 0.9f);
        var body = MediaRoom.Rms(samples.AsSpan(4 * 96_000, 96_000));
        MediaRoom.Rms(samples.AsSpan(0, 9_600)).Should().BeLessThan(body / 5);
        MediaRoom.Rms(samples.AsSpan(samples.Length - 9_600)).Should().BeLessThan(body / 5);
    }

    [Fact]
    public void Render_SameRequest_GivesTheSameMusicAndAnotherSeedOther()
    {
        var once = GenerativeComposer.Render(Request("biology", "a", 6), CancellationToken.None);

        GenerativeComposer.Render(Request("biology", "a", 6), CancellationToken.None).Should().Equal(once);
        GenerativeComposer.Render(Request("biology", "b", 6), CancellationToken.None).Should().NotEqual(once);
    }

    [Theory]
    [InlineData("physics", "wonder")]
    [InlineData("History of art", "thoughtful")]
    [InlineData("computing", "driven")]
    [InlineData("", "curious")]
    public void Of_Subject_SetsTheMood(string subject, string mood) => Mood.Of(subject).Name.Should().Be(mood);

    [Theory]
    [InlineData(nameof(Instrument.Pluck), 57)]
    [InlineData(nameof(Instrument.Pluck), 76)]
    [InlineData(nameof(Instrument.Pluck), 88)]
    [InlineData(nameof(Instrument.Keys), 76)]
    [InlineData(nameof(Instrument.Bass), 40)]
    public void Play_PitchedInstrument_IsInTune(string instrument, int pitch)
    {
        var note = new Note(Enum.Parse<Instrument>(instrument), 0, 1.5, pitch, 1, 0);
        var (left, right) = (new float[72_000], new float[72_000]);

        Synthesiser.Play(note, 0.6, left, right);

        var cents = Enumerable.Range(-30, 61).MaxBy(shift => Strength(left, note.Frequency * Math.Pow(2, shift / 1200.0)));
        cents.Should().BeInRange(-5, 5);
    }

    [Fact]
    public void Compose_Piece_StaysInItsScale()
    {
        var mood = Mood.Of("physics");
        var notes = Score.Compose(mood, 60, new Random(3)).Where(note => note.Pitch > 0).ToList();

        // All pitches fit one transposition of the scale: a wrong note would leave none.
        Enumerable.Range(0, 12).Should().Contain(key => notes.All(note => mood.Scale.Contains(((note.Pitch - key) % 12 + 12) % 12)));
        notes.Should().OnlyContain(note => note.Pitch >= 28 && note.Pitch <= 96);
        notes.Select(note => note.Instrument).Distinct().Should().HaveCountGreaterOrEqualTo(4);
    }

    /// <summary>How much of a frequency is in a sound.</summary>
    private static double Strength(float[] samples, double frequency)
    {
        double real = 0, imaginary = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var window = 0.5 - (0.5 * Math.Cos(Math.Tau * i / samples.Length));
            var (sine, cosine) = Math.SinCos(Math.Tau * frequency * i / 48_000);
            real += samples[i] * window * cosine;
            imaginary += samples[i] * window * sine;
        }

        return Math.Sqrt((real * real) + (imaginary * imaginary));
    }

    private static MusicRequest Request(string subject, string seed, double seconds) =>
        new() { Subject = subject, Seed = seed, Seconds = seconds };
}
