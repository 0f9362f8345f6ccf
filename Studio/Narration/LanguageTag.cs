using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Narration;

/// <summary>
/// A checked language tag: language, and where given script, region and variants, as
/// <see href="https://www.rfc-editor.org/info/bcp47">BCP 47</see> writes them.
/// </summary>
public sealed partial record LanguageTag
{
    private LanguageTag(string value) => Value = value;

    /// <summary>The tag with the letters' cases that BCP 47 recommends, such as <c>en</c>, <c>pt-BR</c> or <c>zh-Hant-TW</c>.</summary>
    public string Value { get; }

    /// <summary>The language without script and region, such as <c>pt</c>.</summary>
    public string Language => Value.Split('-')[0];

    /// <summary>The ISO 639-2 code that MP4 files use; <c>und</c> when it is not known here.</summary>
    public string Iso639 => LanguageNames.ThreeLetterCodeOf(Language);

    /// <summary>
    /// Understands a tag (<c>de</c>, <c>pt-BR</c>), the way operating systems write one (<c>pt_BR.UTF-8</c>), and the English or own name
    /// of
    /// common languages (<c>German</c>, <c>deutsch</c>).
    /// </summary>
    /// <param name="text">What somebody has written.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>False when it is no language tag; nothing is guessed.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LanguageTag? tag)
    {
        tag = null;
        var trimmed = (text ?? "").Trim();
        if (LanguageNames.TagOf(trimmed) is { } named)
        {
            tag = new LanguageTag(named);
            return true;
        }

        var match = Form().Match(trimmed.Replace('_', '-'));
        if (!match.Success)
        {
            return false;
        }

        tag = new LanguageTag(string.Concat(
            match.Groups["language"].Value.ToLowerInvariant(),
            Capitalised(match.Groups["script"].Value),
            match.Groups["region"].Value.ToUpperInvariant(),
            match.Groups["variants"].Value.ToLowerInvariant()));
        return true;
    }

    /// <summary>Understands a tag as <see cref="TryParse"/> does.</summary>
    /// <param name="text">What somebody has written.</param>
    /// <exception cref="UnknownLanguageException">It is no language tag.</exception>
    public static LanguageTag Parse(string? text) => TryParse(text, out var tag) ? tag : throw UnknownLanguageException.NoTag(text);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string Capitalised(string script) =>
        script.Length == 0 ? "" : $"-{char.ToUpperInvariant(script[1])}{script[2..].ToLowerInvariant()}";

    [GeneratedRegex(
        @"^(?<language>[a-z]{2,3})(?<script>-[a-z]{4})?(?<region>-(?:[a-z]{2}|[0-9]{3}))?"
        + @"(?<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)(?:\.utf-?8)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
