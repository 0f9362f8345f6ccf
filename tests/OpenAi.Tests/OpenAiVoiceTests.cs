using TemporalVideo.OpenAi.Speech;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Tests.OpenAi;

namespace TemporalVideo.OpenAi.Tests;

public sealed class OpenAiVoiceTests : IDisposable
{
    private const string Sentence = "Leaves are green in summer.";

    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData("gpt-4o-mini-tts", 1)]
    [InlineData("gpt-4o-mini-tts", 1.25)]
    [InlineData("tts-1", 1.25)]
    public async Task SpeakAsync_Sentence_IsHeardWithTheTimesOfItsWords(string model, double speed)
    {
        Skip.IfNot(ExternalTool.IsInstalled("ffmpeg"), "ffmpeg is not installed");
        await using var bench = await Bench.StartAsync();
        var plain = await Voice(bench, "tts-1").SpeakAsync(Sentence, LanguageTag.Parse("en"), 1, _folder.File("plain.wav"), default);

        var spoken = await Voice(bench, model).SpeakAsync(Sentence, LanguageTag.Parse("en"), speed, _folder.File("a.wav"), default);

        spoken.Seconds.Should().BeApproximately(plain.Seconds / speed, 0.2);
        if (model == "tts-1" || speed is 1)
        {
            spoken.Words.Select(word => word.Word).Should().Equal("Leaves", "are", "green", "in", "summer");
            spoken.Words.Should().BeInAscendingOrder(word => word.Start);
        }
    }

    [SkippableFact]
    public async Task SpeakAsync_Sentence_BooksWhatWasCharged()
    {
        Skip.IfNot(ExternalTool.IsInstalled("ffmpeg"), "ffmpeg is not installed");
        await using var bench = await Bench.StartAsync();

        await Voice(bench, "tts-1").SpeakAsync(Sentence, LanguageTag.Parse("en"), 1, _folder.File("a.wav"), default);

        bench.Fake.Paid.Select(paid => paid.Endpoint).Should().Equal("speech", "transcription");
        (bench.Booked * 1_000_000).Should().Be(bench.Fake.PaidMicroDollars);
        bench.Calls.Sum(call => call.Price).Should().BeGreaterThanOrEqualTo(bench.Booked);
    }

    [SkippableFact]
    public async Task SpeakAsync_Anew_IsAnotherCallAndTheSameOrderTheSameCall()
    {
        Skip.IfNot(ExternalTool.IsInstalled("ffmpeg"), "ffmpeg is not installed");
        await using var bench = await Bench.StartAsync();
        var voice = Voice(bench, "tts-1");

        foreach (var speaks in new[] { voice, voice.Anew("two/voice/2"), voice.Anew("two/voice/2"), voice.Anew("three/voice/2") })
        {
            await speaks.SpeakAsync(Sentence, LanguageTag.Parse("en"), 1, _folder.File("a.wav"), default);
        }

        var keys = bench.Calls.Where(call => call.Capability == Capability.Speech).Select(call => call.Key).ToList();
        keys[1].Should().Be(keys[2]).And.NotBe(keys[0]).And.NotBe(keys[3]);
        voice.Anew("two/voice/2").Identity.Should().Be(voice.Identity);
    }

    [Fact]
    public async Task SpeakAsync_Nonsense_CannotBeUsed()
    {
        await using var bench = await Bench.StartAsync();
        bench.Fake.Plan("speech", new Fault.Nonsense());

        var failure = await bench.FailureOfAsync(
            () => Voice(bench, "tts-1").SpeakAsync(Sentence, LanguageTag.Parse("en"), 1, _folder.File("a.wav"), default));

        failure.Kind.Should().Be(ProviderFailure.Unusable);
    }

    public void Dispose() => _folder.Dispose();

    private static OpenAiVoice Voice(Bench bench, string model) => new(
        "coral",
        bench.Service,
        new OpenAiSpeechOptions
        {
            Model = model,
            Voices = ["coral"],
            FollowsSpeed = model == "tts-1",
            Languages = ["en"],
            Transcription = "whisper-1",
            PerCharacter = model == "tts-1" ? 0.000015m : 0,
            PerSecond = model == "tts-1" ? 0 : 0.00025m,
            PerSecondHeard = 0.0001m,
        },
        new Circuit("openai", 2, TimeSpan.FromHours(1), TimeProvider.System),
        new FfmpegRunner());
}
