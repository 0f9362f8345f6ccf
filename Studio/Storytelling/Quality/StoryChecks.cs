using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Studio.Words;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Quality;

/// <summary>The checks of <see cref="StoryReport"/>.</summary>
internal static partial class StoryChecks
{
    /// <summary>Seconds to read a cell of a table or chart.</summary>
    private const double SecondsPerCell = 0.3;

    /// <summary>Words a second that a viewer reads beside listening.</summary>
    private const double WordsPerSecond = 4;

    public static IReadOnlyList<StoryCheck> Of(Story story) =>
        [Carried(story), Heard(story), Numbers(story), ReadingTime(story), Repetition(story), Variety(story), References(story)];

    /// <summary>How much of the lesson is in the video. What the wanted length leaves out is listed and was asked for.</summary>
    internal static StoryCheck Carried(Story story)
    {
        var missed = story.NotInVideo.Where(item => !item.AsWished).ToList();
        double said = story.Segments.Sum(segment => segment.Sentences.Sum(sentence => Words(sentence.Text)) + Shown(segment).Sum(Words));
        double missing = missed.Sum(item => Words(item.What));
        var share = said + missing == 0 ? 0 : said / (said + missing);
        return new StoryCheck(25, share,
            FormattableString.Invariant($"{share:P0} of the lesson's words are said or shown; {missed.Count} parts are not"));
    }

    internal static StoryCheck Heard(Story story)
    {
        var sentences = story.Segments.Index().SelectMany(segment => segment.Item.Sentences.Select(sentence => (segment.Index, sentence)))
            .ToList();
        var poor = sentences.Where(said => Letters(said.sentence.Speech) < Letters(said.sentence.Text) / 2).ToList();
        var silent = poor.Count + story.NotInVideo.Count(item => item.Because.Contains("not said", StringComparison.Ordinal));
        return new StoryCheck(10, Share(silent, sentences.Count),
            $"{silent} captions show what the voice does not say{Example(poor.Select(said => said.sentence.Text))}")
        {
            Findings = [.. poor.Select(said => new StoryFinding(said.Index, $"\"{said.sentence.Text}\" is hardly said",
                "Write how it is said into the lesson's pronunciation, or say it otherwise."))],
        };
    }

    internal static StoryCheck Numbers(Story story)
    {
        var values = story.Segments.Index().SelectMany(segment => (segment.Item.Diagram?.Items ?? [])
            .SelectMany(item => item.Values.Select(value => (segment.Index, value))))
            .Where(shown => shown.value.Number is not null).ToList();
        var wrong = values.Where(shown => NumberReader.ReadColumn([shown.value.Text], story.Language)[0] is { } read
            && Math.Abs(read.Value - shown.value.Number!.Value) > 1e-9 * Math.Abs(read.Value))
            .ToList();
        return new StoryCheck(15, wrong.Count == 0 ? 1 : 0,
            $"{wrong.Count} numbers of charts are not what the lesson writes{Example(wrong.Select(shown => shown.value.Text))}")
        {
            Findings = [.. wrong.Select(shown => new StoryFinding(shown.Index,
                FormattableString.Invariant($"\"{shown.value.Text}\" is drawn as {shown.value.Number}"),
                "Write the number without doubt."))],
        };
    }

    internal static StoryCheck ReadingTime(Story story)
    {
        var hurried = story.Segments.Index().Where(segment => segment.Item.Duration < Reading(segment.Item)).ToList();
        return new StoryCheck(15, Share(hurried.Count, story.Segments.Count),
            $"{hurried.Count} pictures go before they are read{Example(hurried.Select(segment => segment.Item.Id))}");
    }

    internal static StoryCheck Repetition(Story story)
    {
        var said = story.Segments.Index().SelectMany(segment => segment.Item.Sentences.Select(sentence => (segment.Index, sentence.Text)));
        var again = said.GroupBy(sentence => sentence.Text, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => group.Last())
            .Concat(story.Segments.Index().Where(segment => segment.Item.KeyPoints.Any(point => Same(point, segment.Item.Title)))
                .Select(segment => (segment.Index, segment.Item.Title)))
            .Concat(story.Segments.Index()
                .Where(segment => segment.Item.Diagram is null
                    && segment.Item.Sentences.All(sentence => Same(sentence.Text, segment.Item.Title)))
                .Select(segment => (segment.Index, segment.Item.Title))).ToList();
        return new StoryCheck(10, Share(again.Count, story.Segments.Count),
            $"{again.Count} things are said or shown twice{Example(again.Select(thing => thing.Item2))}")
        {
            Findings = [.. again.Select(thing => new StoryFinding(thing.Index, $"\"{thing.Item2}\" is said or shown twice",
                "Say it once, or under another heading."))],
        };
    }

    /// <summary>
    /// Three diagrams of one kind, or three headings of one wording, in a row; the layouts of scenes without a diagram take turns.
    /// </summary>
    internal static StoryCheck Variety(Story story)
    {
        var runs = Enumerable.Range(0, Math.Max(0, story.Segments.Count - 2)).Where(i =>
        {
            var three = story.Segments.Skip(i).Take(3).ToList();
            return three.Select(segment => segment.Title).Distinct().Count() == 1
                || (three[0].Diagram is { Kind: var kind } && three.TrueForAll(segment => segment.Diagram?.Kind == kind));
        }).ToList();
        return new StoryCheck(10, Share(runs.Count, story.Segments.Count),
            $"{runs.Count} times three scenes in a row look alike or bear one heading")
        {
            Findings = [.. runs.Select(i => new StoryFinding(i + 2,
                $"\"{story.Segments[i + 2].Title}\" is the third scene in a row with such a diagram or such a heading",
                "Give the sections headings of their own, and put text between their lists and tables."))],
        };
    }

    internal static StoryCheck References(Story story)
    {
        var kinds = story.Segments.Select(segment => segment.Diagram?.Kind).ToHashSet();
        var dangling =
            story.Segments.SelectMany((segment, i) =>
            segment.Sentences.Select((sentence, at) => (Segment: segment, Index: i, IsFirst: i + at == 0, sentence.Text,
                IsLast: at == segment.Sentences.Count - 1)))
            .Where(item => (item.IsFirst && story.NotInVideo.Count > 0 && Phrases.LeansBack(item.Text))
                || (item.IsLast && item.Segment.Diagram is null && item.Text.TrimEnd() is [.., ':' or '：'])
                || (Tables().IsMatch(item.Text)
                    && !kinds.Overlaps(
                    [DiagramKind.Table, DiagramKind.Bars, DiagramKind.LineChart, DiagramKind.PieChart, DiagramKind.Comparison]))
                || (Figures().IsMatch(item.Text) && !kinds.Contains(DiagramKind.Picture)))
            .ToList();
        return new StoryCheck(15, Math.Max(0, 1 - (dangling.Count * 0.34)),
            $"{dangling.Count} sentences point to what the video does not have{Example(dangling.Select(item => item.Text))}")
        {
            Findings = [.. dangling.Select(item => new StoryFinding(item.Index, $"\"{item.Text}\" points to what the video does not have",
                "Put it beside the lesson, or name it in words."))],
        };
    }

    /// <summary>Seconds that it takes to read what a segment shows.</summary>
    internal static double Reading(Segment segment)
    {
        var cells = segment.Diagram is { Kind: DiagramKind.Table or DiagramKind.Bars or DiagramKind.Comparison } diagram
            ? diagram.Columns.Count + diagram.Items.Sum(item => 1 + item.Values.Count) : 0;
        return Math.Max(cells * SecondsPerCell, Shown(segment).Sum(Words) / WordsPerSecond);
    }

    /// <summary>The texts that stand in its picture.</summary>
    internal static IEnumerable<string> Shown(Segment segment) =>
        [segment.Title, .. segment.Diagram?.Kind == DiagramKind.Relation ? [] : segment.KeyPoints, .. (segment.Diagram?.Items ?? [])
            .SelectMany(item => item.Values.Select(value => value.Text).Append(item.Label))];

    private static double Share(int wrong, int all) => all == 0 ? 0 : Math.Max(0, 1 - ((double)wrong / all));

    private static string Example(IEnumerable<string> texts) => texts.FirstOrDefault() is { } text ? $", such as \"{text}\"" : "";

    private static bool Same(string one, string other) =>
        string.Equals(one.Trim(' ', '.', ':', '!'), other.Trim(' ', '.', ':', '!'), StringComparison.OrdinalIgnoreCase);

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static int Letters(string text) => text.Count(char.IsLetter);

    [GeneratedRegex(@"\b(?:[Ss]ee|in|siehe|voir|ver|vedi)\s+(?:the\s+)?(?:Table|Tabelle|tableau|tabla|tabella|tabela)\s+\d",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tables();

    [GeneratedRegex(@"\b(?:[Ss]ee|in|siehe|voir|ver|vedi)\s+(?:the\s+)?(?:Fig(?:ure|ura)?\.?|Abb(?:ildung)?\.?)\s+\d",
        RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
