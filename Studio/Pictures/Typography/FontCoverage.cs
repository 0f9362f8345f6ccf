using HarfBuzzSharp;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Tells what the fonts of this machine cannot draw. Such characters are left out of pictures, never drawn as boxes: ask before
/// anything is made.</summary>
public static class FontCoverage
{
    private static readonly Dictionary<string,
        Script> EastAsian = new(StringComparer.Ordinal) { ["ja"] = Script.Han, ["zh"] = Script.Han, ["ko"] = Script.Hangul };

    /// <summary>The characters of a text that no font has.</summary>
    /// <param name="text">Any text; line breaks are fine.</param>
    /// <param name="language">Its language as an IETF tag: it decides which package helps where a character belongs to no script. May be
    /// empty.</param>
    /// <returns>One entry for each package that would help; empty when all can be drawn.</returns>
    public static IReadOnlyList<MissingCharacters> Missing(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var spoken = EastAsian.GetValueOrDefault(language.Split('-', '_')[0].ToLowerInvariant(), Script.Common);
        return
        [
            .. TextShaper.Missing(text)
                .GroupBy(missing => Scripts.Package(missing.Script == Script.Latin ? spoken : missing.Script), missing => missing.Character)
                .Select(group => new MissingCharacters([.. group.Distinct(StringComparer.Ordinal)], group.Key)),
        ];
    }
}

/// <summary>Characters that cannot be drawn.</summary>
/// <param name="Characters">Each once, in the order of the text.</param>
/// <param name="Package">The Debian package whose fonts have them.</param>
public sealed record MissingCharacters(IReadOnlyList<string> Characters, string Package);
