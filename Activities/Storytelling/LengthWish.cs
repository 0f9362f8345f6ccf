using System.Globalization;
using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>
/// Reads wishes for another length out of a person's feedback: "45 seconds", "shorter", "longer".
/// The offline planner can fulfil no others, because it invents nothing, and says so.
/// </summary>
internal static partial class LengthWish
{
    private const double Step = 0.75;

    /// <summary>The length after all wishes, in seconds.</summary>
    /// <exception cref="StorySourceException">A wish is none that can be fulfilled.</exception>
    public static double Apply(double seconds, IEnumerable<string> feedback) => feedback.Aggregate(seconds, Apply);

    private static double Apply(double seconds, string wish)
    {
        if (Seconds().Match(wish) is { Success: true } number)
        {
            return double.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }

        if (Shorter().IsMatch(wish))
        {
            return Within(seconds * Step);
        }

        return Longer().IsMatch(wish) ? Within(seconds / Step) : throw new StorySourceException(
            $"The offline planner cannot follow \"{wish}\": it only shortens and lengthens (\"shorter\", \"longer\", \"45 seconds\"). "
            + "Change the lesson itself for anything else, and start the session again.");
    }

    private static double Within(double seconds) =>
        Math.Clamp(Math.Round(seconds), LessonPlanner.ShortestSeconds, LessonPlanner.LongestSeconds);

    [GeneratedRegex(@"\b(\d{1,3})\s*(?:s\b|sec)", RegexOptions.IgnoreCase)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\b(?:shorter|too long|cut)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shorter();

    [GeneratedRegex(@"\b(?:longer|too short|more detail)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Longer();
}
