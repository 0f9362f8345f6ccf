using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Timing;
using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Studio.Narration.Piper;

/// <summary>
/// A neural voice in a folder: <c>model.onnx</c> and <c>model.onnx.json</c> of a <see href="https://github.com/rhasspy/piper">Piper</see>
/// voice, run by ONNX Runtime on the processor. espeak-ng says how words sound.
/// </summary>
/// <param name="folder">The voice's folder; its name is the voice's.</param>
/// <param name="config">Its configuration.</param>
/// <param name="ffmpeg">Finishes the sound.</param>
internal sealed class PiperVoice(string folder, PiperConfig config, FfmpegRunner ffmpeg) : IVoice, IDisposable
{
    /// <summary>The model's file.</summary>
    public const string ModelFile = "model.onnx";

    /// <summary>The configuration's file.</summary>
    public const string ConfigFile = ModelFile + ".json";

    private const float Peak = 0.8f;

    private readonly Lazy<InferenceSession> _session = new(() => Open(folder));
    private readonly Lazy<string> _identity = new(() => $"piper/{Path.GetFileName(folder)}/{HashOf(folder)}/1");
    private readonly VoiceFinish _finish = new(ffmpeg);

    /// <inheritdoc/>
    public string Name => Path.GetFileName(folder);

    /// <inheritdoc/>
    public string Identity => _identity.Value;

    /// <inheritdoc/>
    public string Description => $"Piper, {config.Audio.SampleRate} Hz; word times aligned with those of espeak-ng";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Languages => [config.Tag.Value];

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => HasLicence(folder)
        ? []
        : [$"There is no licence in '{folder}' (MODEL_CARD, LICENSE or LICENCE): find out whether you may publish what it says."];

    /// <inheritdoc/>
    public async Task RequireAsync(LanguageTag language, CancellationToken cancellationToken) =>
        await Task.Run(() => _session.Value, cancellationToken);

    /// <inheritdoc/>
    public async Task<Utterance> SpeakAsync(
        string sentence, LanguageTag language, double speed, string file, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        var raw = await Task.Run(() => Synthesise(sentence, speed, cancellationToken), cancellationToken);
        return await _finish.FinishAsync(raw, file, cancellationToken);
    }

    /// <summary>Lets go of the model.</summary>
    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }
    }

    private RawSpeech Synthesise(string sentence, double speed, CancellationToken cancellationToken)
    {
        var ids = PiperPhonemes.IdsOf(sentence, config);
        float[] scales = [config.Inference.Noise, (float)(config.Inference.Length / speed), config.Inference.DurationNoise];
        using var input = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var length = OrtValue.CreateTensorValueFromMemory(new long[] { ids.Length }, [1]);
        using var scale = OrtValue.CreateTensorValueFromMemory(scales, [3]);
        using var speaker = OrtValue.CreateTensorValueFromMemory(new long[] { 0 }, [1]);
        var inputs = new Dictionary<string, OrtValue> { ["input"] = input, ["input_lengths"] = length, ["scales"] = scale };
        if (config.Speakers > 1)
        {
            inputs["sid"] = speaker;
        }

        using var options = new RunOptions();
        using var stop = cancellationToken.Register(() => options.Terminate = true);
        try
        {
            using var outputs = _session.Value.Run(options, inputs, [_session.Value.OutputNames[0]]);
            var samples = Levelled(outputs[0].GetTensorDataAsSpan<float>().ToArray());
            var rate = config.Audio.SampleRate;
            return new RawSpeech(samples, rate, SpeechAligner.Align(samples, rate, sentence, config.Espeak.Voice, cancellationToken));
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OnnxRuntimeException failure)
        {
            throw new UnusableInputException($"The voice in '{folder}' cannot speak: {failure.Message}", failure);
        }
    }

    private static float[] Levelled(float[] samples)
    {
        var loudest = samples.Length == 0 ? 0 : samples.Max(Math.Abs);
        return loudest < 0.01f ? samples : [.. samples.Select(sample => sample * Peak / loudest)];
    }

    private static InferenceSession Open(string folder)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = Math.Max(1, Environment.ProcessorCount / 2),
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        try
        {
            var session = new InferenceSession(Path.Combine(folder, ModelFile), options);
            return session.InputNames.Contains("scales") && session.InputNames.Contains("input_lengths")
                ? session
                : throw UnknownLanguageException.BrokenVoice(
                    folder, $"{ModelFile} has the inputs {string.Join(", ", session.InputNames)}, not those of a Piper voice.");
        }
        catch (OnnxRuntimeException failure)
        {
            throw UnknownLanguageException.BrokenVoice(folder, $"{ModelFile} is no model that ONNX Runtime reads: {failure.Message}");
        }
    }

    private static bool HasLicence(string folder) => Directory.EnumerateFiles(folder).Select(Path.GetFileName).Any(name =>
        name!.StartsWith("MODEL_CARD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("LICENCE", StringComparison.OrdinalIgnoreCase));

    private static string HashOf(string folder)
    {
        using var model = File.OpenRead(Path.Combine(folder, ModelFile));
        using var both = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        both.AppendData(SHA256.HashData(model));
        both.AppendData(File.ReadAllBytes(Path.Combine(folder, ConfigFile)));
        return Convert.ToHexStringLower(both.GetHashAndReset())[..12];
    }
}
