using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Parts of a sentence that stand on their own, cut where a conjunction joins them.</summary>
internal static partial class Clauses
{
    private const int FewestWords = 4;

    /// <summary>The sentence up to its first conjunction.</summary>
    public static string First(string sentence) => Joint().Split(sentence, 2)[0];

    /// <summary>All clauses of an enumeration of clauses; none where one is too short to be one.</summary>
    public static IReadOnlyList<string> All(string sentence)
    {
        string[] clauses = [.. Comma().Split(sentence).Select(clause => clause.Trim())];
        return clauses.Length > 1
            && clauses.All(clause => clause.Split(' ').Length >= FewestWords && !Phrases.LeansBack(clause) && !Subordinate()
            .IsMatch(clause)) ? clauses : [];
    }

    [GeneratedRegex(
        @"(?:,|;)\s+(?:but|and|so|because|which|while|where|when|until|as|aber|und|sondern|weil|denn|während|sodass|wobei|mais|et|donc"
            + @"|car|parce que|pero|y|porque|ma|e|perché)\s|\s(?:because|so that|weil|parce que|porque|perché)\s|;\s",
        RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?:,|;)\s+(?:(?:and|but|und|aber|et|mais|y|pero|e|ma)\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Comma();

    [GeneratedRegex(
        @"^(?:which|that|who|whose|because|when|where|if|although|while|until|as|die|der|das|weil|wenn|dass|obwohl|während|qui|que|quand"
            + @"|si|parce|donde|cuando|che|quando|se)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Subordinate();
}
