using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Markup of teaching sites that Markdown itself does not know: fenced containers (<c>::: objectives</c>), admonitions (<c>!!! note</c>,
/// <c>&gt; [!NOTE]</c>), speaker notes, templates. It is taken out without moving a line, and its meaning is kept beside the text.
/// </summary>
internal static partial class LessonMarkup
{
    private static readonly (string[] Names, SectionRole Role)[] Roles =
    [
        (["objectives", "objective", "goals", "learning-objectives", "lernziele", "objectifs", "objetivos", "obiettivi"], SectionRole.Objectives),
        (["questions", "question", "discussion", "quiz", "fragen", "preguntas", "domande"], SectionRole.Questions),
        (["challenge", "exercise", "exercises", "task", "activity", "practice", "aufgabe", "ejercicio", "exercice"], SectionRole.Exercise),
        (["solution", "solutions", "answer", "answers", "lösung", "solución"], SectionRole.Solution),
    ];

    /// <summary>Takes the markup out.</summary>
    /// <returns>The text, with as many lines as before, and the role of each line that has one.</returns>
    public static (string Text, IReadOnlyDictionary<int, SectionRole> Roles) Take(string text)
    {
        var lines = Comment().Replace(text, match => new string('\n', match.Value.Count(c => c == '\n'))).Split('\n');
        var roles = new Dictionary<int, SectionRole>();
        var open = new Stack<SectionRole>();
        var fenced = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence().IsMatch(lines[i]))
            {
                fenced = !fenced;
            }

            if (!fenced)
            {
                lines[i] = Line(lines, i, open);
            }

            if (open.TryPeek(out var role) && role != SectionRole.Text)
            {
                roles[i + 1] = role;
            }
        }

        return (Display().Replace(string.Join('\n', lines), match => match.Value switch { @"\[" or @"\]" => "$$", _ => "$" }), roles);
    }

    /// <summary>The role that a word names, else that of plain text.</summary>
    public static SectionRole RoleOf(string name) =>
        Roles.FirstOrDefault(pair => pair.Names.Contains(name.Trim().Trim(':', '.').ToLowerInvariant())).Role;

    private static string Line(string[] lines, int at, Stack<SectionRole> open)
    {
        var line = lines[at];
        if (Container().Match(line) is { Success: true } container)
        {
            var name = Name().Match(container.Groups["rest"].Value).Value;
            if (name.Length == 0)
            {
                open.TryPop(out _);
            }
            else
            {
                open.Push(RoleOf(name));
            }

            return "";
        }

        if (Admonition().Match(line) is { Success: true } admonition)
        {
            for (var i = at + 1; i < lines.Length && (lines[i].StartsWith("    ", StringComparison.Ordinal) || lines[i].Trim().Length == 0); i++)
            {
                lines[i] = lines[i].Length >= 4 ? lines[i][4..] : "";
            }

            return admonition.Groups["title"].Success ? $"**{admonition.Groups["title"].Value}**" : "";
        }

        if (Alert().Match(line) is { Success: true })
        {
            // The quote marks of an alert quote nobody.
            for (var i = at; i < lines.Length && lines[i].TrimStart().StartsWith('>'); i++)
            {
                lines[i] = lines[i].TrimStart()[1..].TrimStart();
            }

            return "";
        }

        return Template().IsMatch(line) ? "" : SpeakerNote().Replace(line, "");
    }

    [GeneratedRegex(@"^\s*:{3,}\s*(?<rest>.*)$")]
    private static partial Regex Container();

    [GeneratedRegex(@"\p{L}[\p{L}-]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:!!!|\?\?\?\+?)\s+[\w-]+(?:\s+""(?<title>[^""]+)"")?\s*$")]
    private static partial Regex Admonition();

    [GeneratedRegex(@"^\s*>\s*\[!\w+\]", RegexOptions.IgnoreCase)]
    private static partial Regex Alert();

    [GeneratedRegex(@"^\s*(?:\{%.*%\}|\{:.*\}|\{\{<.*>\}\}|\[TOC\]|\?\?\?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Template();

    [GeneratedRegex(@"^(?:Notes?|Speaker notes?):\s*", RegexOptions.IgnoreCase)]
    private static partial Regex SpeakerNote();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(?:```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\\[\[\]()]")]
    private static partial Regex Display();
}
