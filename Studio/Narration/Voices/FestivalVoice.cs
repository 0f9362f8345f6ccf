using System.Globalization;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>
/// Speaks English with <see href="https://www.cstr.ed.ac.uk/projects/festival/">festival</see> and its HTS voice
/// <c>cmu_us_slt_arctic_hts</c>, which knows when it says each word.
/// </summary>
/// <param name="ffmpeg">Finishes the sound.</param>
public sealed class FestivalVoice(FfmpegRunner ffmpeg) : IVoice
{
    /// <summary>The program's name.</summary>
    internal const string Program = "festival";

    private const string Voice = "cmu_us_slt_arctic_hts";
    private const string VoiceFile = $"/usr/share/festival/voices/us/{Voice}/festvox/{Voice}.scm";

    private readonly VoiceFinish _finish = new(ffmpeg);

    /// <summary>Whether program and voice are installed.</summary>
    public static bool IsInstalled => ExternalTool.IsInstalled(Program) && File.Exists(VoiceFile);

    /// <inheritdoc/>
    public string Name => "festival-slt";

    /// <inheritdoc/>
    public string Identity => "festival/slt-hts/1";

    /// <inheritdoc/>
    public string Description => "festival, American English, a woman; word times from its utterance";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Languages => ["en"];

    /// <inheritdoc/>
    public async Task<Utterance> SpeakAsync(
        string sentence, LanguageTag language, double speed, string file, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        using var folder = new TemporaryFolder();
        var (script, raw) = (folder.File("speak.scm"), folder.File("raw.wav"));
        await File.WriteAllTextAsync(script, Script(AsciiSpeech.Of(sentence, language), speed, raw), cancellationToken);
        var words = Words(await ExternalTool.RunAsync(Program, ["-b", script], cancellationToken));
        var (samples, rate) = File.Exists(raw) ? WavFile.ReadMono(raw) : ([], VideoFormat.SampleRate);
        return await _finish.FinishAsync(new RawSpeech(samples, rate, words), file, cancellationToken);
    }

    /// <summary>Scheme that speaks a text and prints words as <c>start end word</c>. Only the engine's rate changes the speed.</summary>
    internal static string Script(string text, double speed, string file) => string.Create(CultureInfo.InvariantCulture,
        $"""
        (voice_{Voice})
        (set! hts_engine_params (append hts_engine_params (list (list "-r" {speed:0.###}))))
        (set! utt (utt.synth (Utterance Text {Quoted(text)})))
        (utt.save.wave utt {Quoted(file)} 'riff)
        (mapcar
          (lambda (word) (format t "%f %f %s\n" (item.feat word "word_start") (item.feat word "word_end") (item.name word)))
          (utt.relation.items utt 'Word))
        """);

    /// <summary>A text of Scheme; nothing in it ends it.</summary>
    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Marks are words without a time for festival.</summary>
    private static List<WordTime> Words(string lines)
    {
        var words = new List<WordTime>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ', 3);
            if (parts.Length == 3
                && double.TryParse(parts[0], CultureInfo.InvariantCulture, out var start)
                && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var end)
                && end > start)
            {
                words.Add(new WordTime(parts[2], start, end));
            }
        }

        return words;
    }
}
