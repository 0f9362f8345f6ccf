using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Storytelling.Directing;

/// <summary>
/// Whether a statement traces to the sentences that it names (R-I2): each of its figures stands there, and a good part of its words. A
/// statement that turns the meaning round with the same words is the critic's to find.
/// </summary>
internal static partial class SourceTrace
{
    private const double LeastShared = 0.4;
    private const int LongEnough = 5;

    /// <summary>What keeps a statement from being the source's; null: it traces.</summary>
    /// <param name="statement">What is said.</param>
    /// <param name="behind">What it rests on; empty: nothing.</param>
    public static string? FaultOf(string statement, IReadOnlyList<string> behind)
    {
        if (behind.Count == 0)
        {
            return "names no sentence of the source";
        }

        var given = Scripted.Plain(Raised().Replace(string.Join('\n', behind), ""));
        statement = Scripted.Plain(statement);
        var figures = Figure().Matches(given).Select(match => match.Value).ToHashSet();
        if (Figure().Matches(statement).FirstOrDefault(match => !figures.Contains(match.Value)) is { } unknown)
        {
            return $"says {unknown.Value}, which the sentences that it names do not";
        }

        var words = LessonLibrary.Words(statement);
        var known = LessonLibrary.Words(given);
        var shared = words.Count(word => known.Contains(word) || (word.Length >= LongEnough && known.Any(other =>
            other.Length >= LongEnough && other.AsSpan(0, LongEnough).SequenceEqual(word.AsSpan(0, LongEnough)))));
        return words.Count == 0 || statement.TrimEnd().EndsWith('?') || shared >= LeastShared * words.Count
            ? null : "speaks of other things than the sentences that it names";
    }

    [GeneratedRegex("</?su[bp]>")]
    private static partial Regex Raised();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Figure();
}
