using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed class NarratorTests : IDisposable
{
    private static readonly LanguageTag English = LanguageTag.Parse("en");

    private readonly MediaRoom _room = new();

    public static TheoryData<string, string, string> Sentences { get; } = new()
    {
        { "festival-slt", "en", "Blue light is scattered most." },
        { "flite-rms", "en", "Blue light is scattered most." },
        { "flite-slt", "en", "Blue light is scattered most." },
        { "espeak-ng", "de", "Der Himmel ist ganz schön blau." },
    };

    public void Dispose() => _room.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Sentences))]
    public async Task SpeakAsync_Sentence_IsTrimmedFortyEightKilohertzMono(string voice, string language, string sentence)
    {
        var spoken = await Voice(voice).SpeakAsync(
            sentence, LanguageTag.Parse(language), 1, _room.File("spoken.wav"), CancellationToken.None);

        var samples = WavFile.Read(_room.File("spoken.wav"), 48_000, 1);
        spoken.Seconds.Should().BeApproximately(samples.Length / 48_000.0, 1e-6).And.BeInRange(0.8, 4);
        samples.Max(Math.Abs).Should().BeInRange(0.2f, 0.95f);
        Loudest(samples.AsSpan(0, 6000)).Should().BeGreaterThan(0.01f);
        Loudest(samples.AsSpan(samples.Length - 6000)).Should().BeGreaterThan(0.004f);
    }

    [SkippableTheory]
    [MemberData(nameof(Sentences))]
    public async Task SpeakAsync_Sentence_TellsWhenEachWordIsHeard(string voice, string language, string sentence)
    {
        Skip.IfNot(EspeakLibrary.IsThere, "libespeak-ng is not installed.");

        var spoken = await Voice(voice).SpeakAsync(
            sentence, LanguageTag.Parse(language), 1, _room.File("spoken.wav"), CancellationToken.None);

        spoken.Words.Select(word => word.Word.Trim('.')).Should().Equal(sentence.TrimEnd('.').Split(' '));
        spoken.Words.Zip(spoken.Words.Skip(1)).Should().OnlyContain(
            pair => pair.First.Start < pair.Second.Start && pair.First.End <= pair.Second.Start + 0.011);
        spoken.Words[0].Start.Should().BeLessThan(0.15);
        spoken.Words[^1].End.Should().BeGreaterThan(spoken.Seconds - 0.35);
    }

    [SkippableTheory]
    [MemberData(nameof(Sentences))]
    public async Task SpeakAsync_FasterSpeed_TakesLessTime(string voice, string language, string sentence)
    {
        var (tag, speaker) = (LanguageTag.Parse(language), Voice(voice));

        var slow = await speaker.SpeakAsync(sentence, tag, 0.8, _room.File("slow.wav"), CancellationToken.None);
        var fast = await speaker.SpeakAsync(sentence, tag, 1.4, _room.File("fast.wav"), CancellationToken.None);

        (slow.Seconds / fast.Seconds).Should().BeInRange(1.4, 2.1);
    }

    [SkippableFact]
    public async Task SpeakAsync_SameSentence_SoundsTheSame()
    {
        var voice = Voice("flite-slt");

        await voice.SpeakAsync("Again.", English, 1, _room.File("a.wav"), CancellationToken.None);
        await voice.SpeakAsync("Again.", English, 1, _room.File("b.wav"), CancellationToken.None);

        (await File.ReadAllBytesAsync(_room.File("a.wav"))).Should().Equal(await File.ReadAllBytesAsync(_room.File("b.wav")));
    }

    [Theory]
    [InlineData("a \"quoted\" word", "\"a \\\"quoted\\\" word\"")]
    [InlineData("back\\slash\")(quit)", "\"back\\\\slash\\\")(quit)\"")]
    public void Script_TextWithQuotes_StaysOneTextOfScheme(string text, string expected) =>
        FestivalVoice.Script(text, 1, "/tmp/x.wav").Should().Contain($"(Utterance Text {expected})");

    [SkippableTheory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("en\n../../etc/passwd")]
    public async Task SpeakAsync_LanguageThatIsAPath_IsRefusedWithoutRunningTheTool(string language)
    {
        var narrator = new Narrator(new VoiceCatalog([(Voice("espeak-ng"), () => true)], () => []));

        var speak = () => narrator.SpeakAsync("Hello.", new SpeechManner(language), _room.File("x.wav"), CancellationToken.None);

        var message = (await speak.Should().ThrowAsync<UnknownLanguageException>()).Which.Message;
        message.Should().Contain("front matter").And.NotContain("root:");
        File.Exists(_room.File("x.wav")).Should().BeFalse();
    }

    [SkippableFact]
    public async Task SpeakAsync_NothingToSay_IsUnusableInput()
    {
        var speak = () => Voice("espeak-ng").SpeakAsync("...", LanguageTag.Parse("de"), 1, _room.File("x.wav"), CancellationToken.None);

        await speak.Should().ThrowAsync<UnusableInputException>();
    }

    private IVoice Voice(string name)
    {
        IVoice voice = name switch
        {
            "festival-slt" => new FestivalVoice(_room.Ffmpeg),
            "flite-rms" => new FliteVoice("rms", _room.Ffmpeg),
            "flite-slt" => new FliteVoice("slt", _room.Ffmpeg),
            _ => new EspeakVoice(new EspeakVoices(), _room.Ffmpeg),
        };
        var isThere = name switch
        {
            "festival-slt" => FestivalVoice.IsInstalled,
            "flite-rms" or "flite-slt" => ExternalTool.IsInstalled(FliteVoice.Program),
            _ => ExternalTool.IsInstalled(EspeakVoice.Program),
        };
        Skip.IfNot(isThere, $"{name} is not installed.");
        return voice;
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
}
