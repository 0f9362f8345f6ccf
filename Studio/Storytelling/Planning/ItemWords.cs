using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>What of a list item is written on a picture.</summary>
internal static class ItemWords
{
    private const int Longest = 64;

    /// <summary>The item's first sentence; two short ones stand together, so that no question stands without its answer: "Where? In
    /// chloroplasts."</summary>
    public static string Of(LessonItem item) =>
        item.Lines is [{ Text: var first }, { Text: var second }] && first.Length + second.Length < Longest
            && first.TrimEnd() is [.., '.' or '?' or '!' or '。' or '？' or '！' or '؟' or ':']
            ? $"{first.Trim()} {second.Trim()}" : item.Lines[0].Text;
}
