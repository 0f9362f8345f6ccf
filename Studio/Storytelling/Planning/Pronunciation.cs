using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Says words as a list has them: "GIF" as "jif". A word with a capital stands for itself, another one for itself in any
/// case.</summary>
internal sealed class Pronunciation
{
    private readonly Dictionary<string, string> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex? _words;

    /// <summary>Later lists come before earlier ones.</summary>
    public Pronunciation(params IReadOnlyDictionary<string, string>[] lists)
    {
        foreach (var (word, said) in lists.SelectMany(list => list).Where(pair => pair.Key.Trim().Length > 0))
        {
            (word.Any(char.IsUpper) ? _exact : _anyCase)[word.Trim()] = said.Trim();
        }

        if (_exact.Count + _anyCase.Count > 0)
        {
            var choices = string.Join('|', _exact.Keys.Select(Regex.Escape)
                .Concat(_anyCase.Keys.Select(word => $"(?i:{Regex.Escape(word)})"))
                .OrderByDescending(choice => choice.Length));

            // What stands in \(…\) is a formula, and read as one.
            _words = new Regex($@"\\\(.*?\\\)|(?<![\p{{L}}\p{{N}}])(?<word>{choices})(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant);
        }
    }

    /// <summary>The text with the words of the list as they are said.</summary>
    public string In(string text) => _words is null ? text : _words.Replace(text, match =>
        !match.Groups["word"].Success ? match.Value
        : _exact.TryGetValue(match.Value, out var said) || _anyCase.TryGetValue(match.Value, out said) ? said
        : match.Value);
}
