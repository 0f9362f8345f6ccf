using System.Text.RegularExpressions;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>The voices that espeak-ng has on this machine. Only these names are given to it: others are paths to it.</summary>
public sealed partial class EspeakVoices
{
    private const string Mandarin = "cmn";

    /// <summary>Reads pinyin with its tones; the other Mandarin voice says them as English digits.</summary>
    private const string MandarinByPinyin = "cmn-latn-pinyin";

    private readonly Func<CancellationToken, Task<string>> _list;
    private IReadOnlyDictionary<string, string>? _voices;

    /// <summary>Asks the program.</summary>
    public EspeakVoices()
        : this(cancellationToken => ExternalTool.RunAsync(EspeakVoice.Program, ["--voices"], cancellationToken))
    {
    }

    /// <summary>Asks for what <c>espeak-ng --voices</c> prints.</summary>
    internal EspeakVoices(Func<CancellationToken, Task<string>> list) => _list = list;

    /// <summary>The voice of a language: of its region where there is one, else of the language.</summary>
    /// <param name="tag">The language.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="UnknownLanguageException">There is none.</exception>
    public async Task<string> VoiceOfAsync(LanguageTag tag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var voices = _voices ??= Read(await _list(cancellationToken));
        for (var range = tag.Value; range.Length > 0; range = range[..Math.Max(0, range.LastIndexOf('-'))])
        {
            if (voices.TryGetValue(range, out var voice))
            {
                return voice == Mandarin ? voices.GetValueOrDefault(MandarinByPinyin, voice) : voice;
            }
        }

        // Some languages are there in the form of regions or scripts only.
        return voices
            .Where(pair => pair.Key.StartsWith(tag.Language + "-", StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Value)
            .Order()
            .FirstOrDefault()
            ?? throw UnknownLanguageException.NoVoice(tag, voices.Keys.Where(name => !name.Contains('-')).Order());
    }

    /// <summary>Voices by the languages that they are for; a voice's own language goes before another's.</summary>
    private static Dictionary<string, string> Read(string list)
    {
        var rows = Row().Matches(list);
        var voices = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match row in rows)
        {
            voices.TryAdd(row.Groups["language"].Value, row.Groups["language"].Value);
        }

        foreach (var other in rows.SelectMany(row => row.Groups["other"].Captures.Select(capture => (Language: capture.Value, Row: row)))
            .OrderBy(other => int.Parse(Priority().Match(other.Language).Groups[1].Value,
                System.Globalization.CultureInfo.InvariantCulture)))
        {
            voices.TryAdd(other.Language.Split(' ')[0], other.Row.Groups["language"].Value);
        }

        return voices;
    }

    [GeneratedRegex(@"^ *\d+ +(?<language>[A-Za-z][\w-]*) +\S+ +\S+ +\S+ *(?:\((?<other>[^)]+)\) *)*\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@" (\d+)$")]
    private static partial Regex Priority();
}
