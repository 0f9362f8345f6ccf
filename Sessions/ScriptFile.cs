using System.Text;
using System.Text.RegularExpressions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>The script of a story as a file that a person can rewrite: a heading for each segment, a line for each sentence.</summary>
public static partial class ScriptFile
{
    /// <summary>Writes the script.</summary>
    /// <param name="story">The story.</param>
    /// <param name="version">Its version, which the file names.</param>
    public static string Write(Story story, string version)
    {
        ArgumentNullException.ThrowIfNull(story);
        var text = new StringBuilder()
            .AppendLine($"<!-- The script of \"{story.Title}\", version {version}.")
            .AppendLine("     Rewrite titles and sentences, one sentence a line; a segment without its heading is taken out of the video.")
            .AppendLine("     Then: starter approve story SESSION --script THIS-FILE -->");
        foreach (var segment in story.Segments)
        {
            text.AppendLine().AppendLine($"## {segment.Id} {segment.Title}").AppendLine();
            foreach (var sentence in segment.Sentences)
            {
                text.AppendLine(sentence.Text);
            }
        }

        return text.ToString();
    }

    /// <summary>Reads what a person has changed in a script.</summary>
    /// <param name="text">The file.</param>
    /// <param name="story">The story as it is.</param>
    /// <param name="version">Its version.</param>
    /// <returns>The edits; none when nothing is changed.</returns>
    /// <exception cref="FormatException">It is no script of this story; the message says in which line and what to do.</exception>
    public static IReadOnlyList<SegmentEdit> Edits(string text, Story story, string version)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(story);
        var comment = Comment().Match(text);
        if (!comment.Success || comment.Groups["version"].Value != version)
        {
            throw new FormatException(comment.Success
                ? "The story has changed since this script was written. Write it again with 'starter script', and put your changes in."
                : "The first lines of the script, which say of which version it is, are missing. Write it again with 'starter script'.");
        }

        var written = Segments(text, comment.Length, story);
        return
        [
            .. story.Segments.Select(segment => written.TryGetValue(segment.Id, out var now)
                ? new SegmentEdit(segment.Id)
                {
                    Title = now.Title == segment.Title ? null : now.Title,
                    Sentences = now.Lines.SequenceEqual(segment.Sentences.Select(sentence => sentence.Text)) ? null : now.Lines,
                }
                : new SegmentEdit(segment.Id) { Sentences = [] })
            .Where(edit => edit.Title is not null || edit.Sentences is not null),
        ];
    }

    private static Dictionary<string, (string Title, List<string> Lines)> Segments(string text, int start, Story story)
    {
        var written = new Dictionary<string, (string Title, List<string> Lines)>(StringComparer.Ordinal);
        List<string>? lines = null;
        var number = text.AsSpan(0, start).Count('\n');
        foreach (var line in text[start..].Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (Heading().Match(line) is { Success: true } heading)
            {
                var id = heading.Groups["id"].Value;
                lines = [];
                if (story.Segments.All(segment => segment.Id != id) || !written.TryAdd(id, (heading.Groups["title"].Value, lines)))
                {
                    throw new FormatException(
                        $"Line {number}: there is no segment '{id}' in this story, or it stands there twice. "
                        + $"The story has {string.Join(", ", story.Segments.Select(segment => segment.Id))}.");
                }
            }
            else if (line.StartsWith('#'))
            {
                throw new FormatException(
                    $"Line {number}: a heading names its segment, as in \"## s01 A title\". Segments cannot be added here.");
            }
            else if (line.Length > 0)
            {
                (lines ?? throw new FormatException($"Line {number}: text before the first segment. Put it under a heading.")).Add(line);
            }
        }

        return written.FirstOrDefault(segment => segment.Value.Lines.Count == 0) is { Key: { } empty }
            ? throw new FormatException($"Nothing is said in segment {empty}. Write a sentence, or take its heading out, too.")
            : written;
    }

    [GeneratedRegex(@"^\s*<!--.*?\bversion (?<version>\S+)\..*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^## (?<id>s\d+)\s+(?<title>.+)$")]
    private static partial Regex Heading();
}
