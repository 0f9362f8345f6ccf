using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed class NarratorTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [SkippableTheory]
    [InlineData("flite", "en", "Blue light is scattered most.")]
    [InlineData("espeak-ng", "de", "Der Himmel ist blau.")]
    public async Task SpeakAsync_Sentence_IsTrimmedFortyEightKilohertzMono(string program, string language, string sentence)
    {
        Skip.IfNot(ExternalTool.IsInstalled(program), $"{program} is not installed.");
        INarrator narrator = program == "flite" ? new FliteNarrator(_room.Ffmpeg) : new EspeakNarrator(new EspeakVoices(), _room.Ffmpeg);

        var seconds = await narrator.SpeakAsync(sentence, language, _room.File("spoken.wav"), CancellationToken.None);

        var samples = WavFile.Read(_room.File("spoken.wav"), 48_000, 1);
        seconds.Should().BeApproximately(samples.Length / 48_000.0, 1e-6).And.BeInRange(0.8, 4);
        samples.Max(Math.Abs).Should().BeInRange(0.2f, 0.95f);
        Loudest(samples.AsSpan(0, 6000)).Should().BeGreaterThan(0.01f);
        Loudest(samples.AsSpan(samples.Length - 6000)).Should().BeGreaterThan(0.004f);
    }

    [SkippableFact]
    public async Task SpeakAsync_SameSentence_SoundsTheSame()
    {
        Skip.IfNot(ExternalTool.IsInstalled("flite"), "flite is not installed.");
        var narrator = new FliteNarrator(_room.Ffmpeg);

        await narrator.SpeakAsync("Again.", "en", _room.File("a.wav"), CancellationToken.None);
        await narrator.SpeakAsync("Again.", "en", _room.File("b.wav"), CancellationToken.None);

        (await File.ReadAllBytesAsync(_room.File("a.wav"))).Should().Equal(await File.ReadAllBytesAsync(_room.File("b.wav")));
    }

    [Theory]
    [InlineData("en", true, "english")]
    [InlineData("en-GB", true, "english")]
    [InlineData("en", false, "others")]
    [InlineData("de", true, "others")]
    public async Task SpeakAsync_Selector_ChoosesTheVoiceByLanguage(string language, bool hasEnglish, string expected)
    {
        var asked = new List<string>();
        var selector = new NarratorSelector(new Listed("english", asked), new Listed("others", asked), () => hasEnglish);

        await selector.SpeakAsync("Hello.", language, "x.wav", CancellationToken.None);

        asked.Should().Equal(expected);
    }

    [SkippableTheory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("en\n../../etc/passwd")]
    public async Task SpeakAsync_LanguageThatIsAPath_IsRefusedWithoutRunningTheTool(string language)
    {
        Skip.IfNot(ExternalTool.IsInstalled("espeak-ng"), "espeak-ng is not installed.");
        var narrator = new EspeakNarrator(new EspeakVoices(), _room.Ffmpeg);

        var speak = () => narrator.SpeakAsync("Hello.", language, _room.File("x.wav"), CancellationToken.None);

        var message = (await speak.Should().ThrowAsync<UnknownLanguageException>()).Which.Message;
        message.Should().Contain("front matter").And.NotContain("root:");
        File.Exists(_room.File("x.wav")).Should().BeFalse();
    }

    [SkippableFact]
    public async Task SpeakAsync_NothingToSay_IsUnusableInput()
    {
        Skip.IfNot(ExternalTool.IsInstalled("espeak-ng"), "espeak-ng is not installed.");
        var narrator = new EspeakNarrator(new EspeakVoices(), _room.Ffmpeg);

        var speak = () => narrator.SpeakAsync("...", "de", _room.File("x.wav"), CancellationToken.None);

        await speak.Should().ThrowAsync<UnusableInputException>();
    }

    private static float Loudest(ReadOnlySpan<float> samples)
    {
        var loudest = 0f;
        foreach (var sample in samples)
        {
            loudest = Math.Max(loudest, Math.Abs(sample));
        }

        return loudest;
    }

    private sealed class Listed(string name, List<string> asked) : INarrator
    {
        public string IdentityFor(string language) => name;

        public Task<double> SpeakAsync(string sentence, string language, string file, CancellationToken cancellationToken)
        {
            asked.Add(name);
            return Task.FromResult(1.0);
        }
    }
}
