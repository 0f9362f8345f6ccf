using System.Buffers.Binary;
using OpenAI.Audio;
using TemporalVideo.OpenAi.Calls;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.OpenAi.Speech;

/// <summary>A voice of a speech model. A transcription of what it says tells when each word is heard.</summary>
/// <param name="name">The voice, in the model's word.</param>
/// <param name="service">Who speaks.</param>
/// <param name="options">With which models.</param>
/// <param name="circuit">Whether it is worth asking.</param>
/// <param name="ffmpeg">Finishes the sound.</param>
/// <param name="take">The order by which it speaks anew; null: speech that was paid for before serves as well.</param>
public sealed class OpenAiVoice(
    string name, OpenAiService service, OpenAiSpeechOptions options, Circuit circuit, FfmpegRunner ffmpeg, string? take = null)
    : IVoice
{
    /// <summary>Samples per second of the format <c>pcm</c> (16 bits, little-endian, mono).</summary>
    private const int Rate = 24000;

    /// <summary>No language is spoken slower, in characters a second: the most that a price by the second can come to.</summary>
    private const decimal SlowestCharacters = 5;

    private readonly VoiceFinish _finish = new(ffmpeg);

    /// <inheritdoc/>
    public string Name => $"{service.Name}-{name}";

    /// <inheritdoc/>
    public string Identity => $"{service.Name}/{options.Model}/{name}/{options.Transcription}/1";

    /// <inheritdoc/>
    public string Description => options.Transcription.Length > 0
        ? $"{service.Name}, {options.Model}, paid; word times by {options.Transcription}"
        : $"{service.Name}, {options.Model}, paid; word times by the length of the words";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Languages => options.Languages;

    /// <inheritdoc/>
    public bool IsService => true;

    /// <inheritdoc/>
    public IVoice Anew(string take) => new OpenAiVoice(name, service, options, circuit, ffmpeg, take);

    /// <inheritdoc/>
    public bool IsAway => circuit.OpenBecause is not null;

    /// <inheritdoc/>
    public async Task<Utterance> SpeakAsync(
        string sentence, LanguageTag language, double speed, string file, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        ArgumentNullException.ThrowIfNull(language);
        var samples = await circuit.WatchAsync(() => SayAsync(sentence, speed, cancellationToken));
        if (!options.FollowsSpeed && speed is not 1)
        {
            samples = await StretchAsync(samples, speed, cancellationToken);
        }

        IReadOnlyList<WordTime> words = options.Transcription.Length == 0 ? []
            : await circuit.WatchAsync(() => HearAsync(samples, language, cancellationToken));
        return await _finish.FinishAsync(new RawSpeech(samples, Rate, words), file, cancellationToken);
    }

    private Task<float[]> SayAsync(string sentence, double speed, CancellationToken cancellationToken)
    {
        var most = (options.PerCharacter * sentence.Length)
            + (options.PerSecond * (1 + (sentence.Length / SlowestCharacters)) / (decimal)Math.Min(1, speed));
        var content = $"{name} {speed} {sentence}{(take is null ? "" : $" take {take}")}";
        var call = Call(options.Model, Capability.Speech, sentence.Length, "character", most, content);
        return service.PayAsync(
            call,
            async token =>
            {
                var asked = new SpeechGenerationOptions { ResponseFormat = GeneratedSpeechFormat.Pcm };
                if (options.FollowsSpeed && speed is not 1)
                {
                    asked.SpeedRatio = (float)speed;
                }

                var result = await service.Audio(options.Model)
                    .GenerateSpeechAsync(sentence, new GeneratedSpeechVoice(name), asked, token);
                var type = result.GetRawResponse().Headers.TryGetValue("Content-Type", out var named) ? named ?? "" : "";
                var samples = Samples(result.Value.ToMemory().Span, type);
                var price = (options.PerCharacter * sentence.Length) + (options.PerSecond * samples.Length / Rate);
                return new PaidAnswer<float[]>(samples, sentence.Length, price, OpenAiService.RequestIdOf(result));
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<WordTime>> HearAsync(float[] samples, LanguageTag language, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var wav = folder.File("sentence.wav");
        WavFile.Write(wav, samples, Rate, 1);
        var bytes = await File.ReadAllBytesAsync(wav, cancellationToken);
        var seconds = Math.Ceiling((decimal)samples.Length / Rate);
        var price = seconds * options.PerSecondHeard;
        var content = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var call = Call(options.Transcription, Capability.Transcription, seconds, "second", price, content);
        return await service.PayAsync<IReadOnlyList<WordTime>>(
            call,
            async token =>
            {
                using var audio = new MemoryStream(bytes);
                var asked = new AudioTranscriptionOptions
                {
                    Language = language.Language,
                    ResponseFormat = AudioTranscriptionFormat.Verbose,
                    TimestampGranularities = AudioTimestampGranularities.Word,
                };
                var result = await service.Audio(options.Transcription).TranscribeAudioAsync(audio, "sentence.wav", asked, token);
                return new PaidAnswer<IReadOnlyList<WordTime>>(
                    [.. result.Value.Words.Select(word =>
                        new WordTime(word.Word, word.StartTime.TotalSeconds, word.EndTime.TotalSeconds))],
                    seconds,
                    price,
                    OpenAiService.RequestIdOf(result));
            },
            cancellationToken);
    }

    private PaidCall Call(string model, Capability capability, decimal units, string unit, decimal price, string content) => new()
    {
        Provider = service.Name,
        Model = model,
        Capability = capability,
        Units = units,
        Unit = unit,
        Price = price,
        Key = CallKey.Of(Identity, model, content),
    };

    private async Task<float[]> StretchAsync(float[] samples, double speed, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var (before, after) = (folder.File("before.wav"), folder.File("after.wav"));
        WavFile.Write(before, samples, Rate, 1);
        await ffmpeg.RunAsync(
            ["-i", before, "-af", FormattableString.Invariant($"atempo={speed:0.###}"), "-c:a", "pcm_s16le", "-bitexact", after],
            cancellationToken);
        return WavFile.ReadMono(after).Samples;
    }

    private static float[] Samples(ReadOnlySpan<byte> pcm, string type)
    {
        if (pcm.Length < 2 || pcm.Length % 2 != 0 || type.Contains("json", StringComparison.Ordinal))
        {
            throw new FormatException($"the answer is no sound of 16 bits: {Counted.Of(pcm.Length, "byte")} of '{type}'");
        }

        var samples = new float[pcm.Length / 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(pcm[(2 * i)..]) / 32768f;
        }

        return samples;
    }
}
