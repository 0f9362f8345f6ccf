namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Items whose numbers are ordinals of what each begins with: "1. Lesung: …", "2. Lesung: …" are a first and a second reading, in languages
/// that write ordinals with a stop.
/// </summary>
internal static class OrdinalItems
{
    private const int ShortestWord = 3;

    private static readonly HashSet<string> Languages =
        ["de", "da", "nb", "nn", "no", "fi", "cs", "sk", "pl", "sl", "hr", "hu", "tr", "et"];

    /// <summary>Whether the numbers of a list belong to its words.</summary>
    /// <param name="items">Items of a numbered list.</param>
    /// <param name="language">IETF tag.</param>
    public static bool Are(IReadOnlyList<LessonItem> items, string language) =>
        Languages.Contains(language.Split('-')[0]) && items.Count > 1
        && items.All(item => item is { Level: 0, Mark: { } mark } && char.IsAsciiDigit(mark[0]))
        && FirstWord(items[0]) is { Length: >= ShortestWord } word && items.All(item => FirstWord(item) == word);

    /// <summary>The items with their numbers.</summary>
    public static List<LessonItem> Whole(IReadOnlyList<LessonItem> items) =>
        [.. items.Select(item => item with
        {
            Lines = [item.Lines[0] with { Text = $"{item.Mark} {item.Lines[0].Text}" }, .. item.Lines.Skip(1)],
            Mark = null,
        })];

    /// <summary>A noun right before what is said of it.</summary>
    private static string? FirstWord(LessonItem item) =>
        item.Lines[0].Text.IndexOfAny([' ', ':']) is > 0 and var end && item.Lines[0].Text[end] == ':' ? item.Lines[0].Text[..end] : null;
}
