using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Parts of a sentence that stand on their own, cut where a conjunction joins them.</summary>
internal static partial class Clauses
{
    private const int FewestWords = 4;

    /// <summary>The sentence up to the first conjunction that joins clauses; the last item of a list is none.</summary>
    public static string First(string sentence) =>
        Joint().Matches(sentence).FirstOrDefault(joint => !ClosesAList(sentence, joint)) is { } joint ? sentence[..joint.Index] : sentence;

    /// <summary>All clauses of an enumeration of clauses; none where one is too short to be one.</summary>
    public static IReadOnlyList<string> All(string sentence)
    {
        string[] clauses = [.. Comma().Split(sentence).Select(clause => clause.Trim())];
        return clauses.Length > 1
            && clauses.All(clause => clause.Split(' ').Length >= FewestWords && !Phrases.LeansBack(clause) && !Subordinate()
            .IsMatch(clause)) ? clauses : [];
    }

    /// <summary>"availability of substitutes, share of income, and time": few words stand on one side of the conjunction.</summary>
    private static bool ClosesAList(string sentence, Match joint)
    {
        if (!And().IsMatch(joint.Value))
        {
            return false;
        }

        var before = sentence[..joint.Index];
        var at = before.LastIndexOfAny([',', ':', ';']);
        var after = sentence[(joint.Index + joint.Length)..].Split(',', 2)[0];
        return Words(after) < FewestWords || (at > 0 && Words(before[at..]) < FewestWords);
    }

    private static int Words(string text) => text.Split([' ', ',', ':', ';'], StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"^,\s+(?:and|und|et|y|e)\s$", RegexOptions.IgnoreCase)]
    private static partial Regex And();

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
