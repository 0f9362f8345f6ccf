using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The lessons of a folder, found by topic.</summary>
internal static partial class LessonLibrary
{
    private const double Threshold = 0.75;
    private const int MostOffered = 12;

    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "is", "are", "was", "were", "do", "does", "did", "how", "why", "what", "when", "where", "who", "which", "of",
            "in", "on",
        "to", "for", "and", "or", "your", "my", "our", "it", "its", "about", "explain", "work", "works", "can", "make", "made", "makes",
            "that", "this",
        "der", "die", "das", "ein", "eine", "ist", "sind", "wie", "warum", "was", "wo", "wohin", "wer", "und", "oder", "des", "dem", "den",
            "im", "in",
        "von", "zu", "fur", "erklare", "funktioniert", "uber",
    };

    /// <exception cref="StorySourceException">No lesson is about the topic.</exception>
    public static async Task<Lesson> FindAsync(string topic, string folder, CancellationToken cancellationToken)
    {
        var wanted = Words(topic);
        List<(Lesson Lesson, double Score)> found = [];
        foreach (var file in Files(folder))
        {
            var lesson = TryRead(LessonText.Decode(await File.ReadAllBytesAsync(file, cancellationToken)));
            if (lesson is not null)
            {
                found.Add((lesson, Similarity(wanted, lesson)));
            }
        }

        found = [.. found.OrderByDescending(pair => pair.Score)];
        return found.Count > 0 && found[0].Score >= Threshold
            ? found[0].Lesson
            : throw new StorySourceException(NoMatch(topic, folder, [.. found.Select(pair => pair.Lesson.Title)]));
    }

    /// <summary>0 to 1: the share of the topic's words that the lesson's title and keywords hold; title words count fully.</summary>
    internal static double Similarity(IReadOnlySet<string> wanted, Lesson lesson)
    {
        if (wanted.Count == 0)
        {
            return 0;
        }

        var title = Words(lesson.Title);
        var keywords = Words(string.Join(' ', lesson.Keywords));
        return wanted.Sum(word => title.Contains(word) ? 1 : keywords.Contains(word) ? 0.9 : 0) / wanted.Count;
    }

    /// <summary>The words that carry a topic, without endings, accents and case.</summary>
    internal static HashSet<string> Words(string text) =>
        [.. WordPattern().Matches(Fold(text)).Select(match => match.Value).Where(word => !Empty.Contains(word)).Select(Stem)];

    private static string Fold(string text) => text.ToLowerInvariant()
        .Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u').Replace("ß", "ss", StringComparison.Ordinal).Replace('é', 'e')
            .Replace('è', 'e');

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["ation", "ings", "ing", "ines", "ine", "ed", "es", "s", "en", "e"])
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal) : [];

    private static Lesson? TryRead(string text)
    {
        try
        {
            return LessonReader.Read(text);
        }
        catch (StorySourceException)
        {
            return null; // A note among the lessons that is none itself must not hide the others.
        }
    }

    private static string NoMatch(string topic, string folder, IReadOnlyList<string> titles)
    {
        var offer = titles.Count == 0 ? $"There are no lessons in {folder}."
            : $"Lessons in {folder}, the nearest first: {string.Join("; ", titles.Take(MostOffered).Select(title => $"\"{title}\""))}"
                + (titles.Count > MostOffered ? $" and {titles.Count - MostOffered} more." : ".");
        return $"No lesson is about \"{topic}\". The offline planner invents nothing: give it a lesson or your notes as Markdown, "
            + $"or configure a language model. {offer}";
    }

    [GeneratedRegex("[\\p{L}\\p{N}]+")]
    private static partial Regex WordPattern();
}
