using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>A list whose items begin with a year.</summary>
internal static partial class Timeline
{
    public static bool IsOne(LessonList list) => !list.IsNumbered && list.Items.Count >= 2 && list.Items.All(item => YearOf(item.Lines[0].Text).Success);

    /// <summary>Groups <c>year</c> and <c>text</c>.</summary>
    public static Match YearOf(string sentence) => Year().Match(sentence);

    [GeneratedRegex(@"^(?<year>\d{3,4})\s*[:–—-]\s*(?<text>.+)$", RegexOptions.Singleline)]
    private static partial Regex Year();
}
