using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Numbers and letters in circles and on keys, which count steps: "① Open the box", "2️⃣ Then close it".</summary>
internal static partial class Badges
{
    /// <summary>The text with each as a plain number or letter; before a step, a comma parts them.</summary>
    public static string OnTheLine(string text) => Badge().Replace(text, match =>
    {
        var before = match.Index == 0 ? '.' : text[..match.Index].TrimEnd() is [.., var last] ? last : '.';
        var opens = ".!?:;。！？：".Contains(before, StringComparison.Ordinal) && match.Groups["step"].Success;
        return $"{Plain(match.Groups["sign"].Value)}{(opens ? ", " : match.Groups["step"].Success ? " " : "")}";
    });

    private static string Plain(string sign) => sign[0] switch
    {
        >= '①' and <= '⑳' => Number(sign[0] - '①' + 1),
        >= '⑴' and <= '⒇' => Number(sign[0] - '⑴' + 1),
        >= '⒈' and <= '⒛' => Number(sign[0] - '⒈' + 1),
        >= '❶' and <= '❿' => Number(sign[0] - '❶' + 1),
        >= '➀' and <= '➉' => Number(sign[0] - '➀' + 1),
        >= '➊' and <= '➓' => Number(sign[0] - '➊' + 1),
        >= 'Ⓐ' and <= 'Ⓩ' => ((char)('A' + (sign[0] - 'Ⓐ'))).ToString(),
        >= 'ⓐ' and <= 'ⓩ' => ((char)('a' + (sign[0] - 'ⓐ'))).ToString(),
        '\uD83D' => "10",
        _ => sign[..1],
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<sign>[①-⒛❶-❿➀-➓Ⓐ-ⓩ]|\d\uFE0F?\u20E3|\uD83D\uDD1F)(?<step>\s*(?=[\p{L}\p{N}]))?")]
    private static partial Regex Badge();
}
