using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Moves of chess in English notation: "1.e4", "3...Bc5", "Qxf7#", "O-O".</summary>
internal sealed partial class ChessRules : RuleParts
{
    private const string Move = @"[KQRBN][a-h1-8]?x?[a-h][1-8]|[a-h]x[a-h][1-8]|O-O(?:-O)?";

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        if (lexicon.Language != "en")
        {
            yield break;
        }

        yield return new PatternRule(
            $@"{Start}(?<n>\d{{1,3}})(?<dots>\.{{1,3}}|…)\s?(?=(?:{Move}|[a-h][1-8]){End})",
            match => AreMoves(match) ? $"{match.Groups["n"].Value}, " : null);
        yield return new PatternRule(
            $@"{Start}(?<move>{Move})(?<check>[+#])?(?<remark>[!?]{{1,2}})?{End}",
            match => AreMoves(match) ? Said(match) : null);
    }

    private static string Said(Match match)
    {
        var move = match.Groups["move"].Value;
        var said = move switch
        {
            "O-O" => "castles king's side",
            "O-O-O" => "castles queen's side",
            _ => string.Join(' ', move.Select(Name)),
        };
        return said + match.Groups["check"].Value switch { "+" => ", check", "#" => ", mate", _ => "" };
    }

    private static string Name(char sign) => sign switch
    {
        'K' => "king",
        'Q' => "queen",
        'R' => "rook",
        'B' => "bishop",
        'N' => "knight",
        'x' => "takes",
        >= 'a' => char.ToUpperInvariant(sign).ToString(),
        _ => sign.ToString(),
    };

    /// <summary>One move may be another thing's name; a second one, a square or a word of the game leaves no doubt.</summary>
    private static bool AreMoves(Match match) => Squares().Count(match.Result("$_")) > 1 || Game().IsMatch(match.Result("$_"));

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[KQRBN]?[a-h]?x?[a-h][1-8])[+#!?]{0,2}(?![\p{L}\p{N}])")]
    private static partial Regex Squares();

    [GeneratedRegex(@"\b(?:chess|castl|pawn|bishop|knight|checkmate|opening|gambit|defen[cs]e)", RegexOptions.IgnoreCase)]
    private static partial Regex Game();
}
