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

    private static StoryCheck Carried(Story story)
    {
        double said = story.Segments.Sum(segment => segment.Sentences.Sum(sentence => Words(sentence.Text)) + Shown(segment).Sum(Words));
        double missing = story.NotInVideo.Sum(item => Words(item.What));
        var share = said + missing == 0 ? 0 : said / (said + missing);
        return new StoryCheck(25, share,
            FormattableString.Invariant($"{share:P0} of the lesson's words are said or shown; {story.NotInVideo.Count} parts are not"));
    }

    private static StoryCheck Heard(Story story)
    {
        var sentences = story.Segments.SelectMany(segment => segment.Sentences).ToList();
        var poor = sentences.Where(sentence => Letters(sentence.Speech) < Letters(sentence.Text) / 2).ToList();
        var silent = poor.Count + story.NotInVideo.Count(item => item.Because.Contains("not said", StringComparison.Ordinal));
        return new StoryCheck(
            10, Share(silent, sentences.Count),
                $"{silent} captions show what the voice does not say{Example(poor.Select(sentence => sentence.Text))}");
    }

    private static StoryCheck Numbers(Story story)
    {
        var values = story.Segments.SelectMany(segment => segment.Diagram?.Items ?? []).SelectMany(item => item.Values)
            .Where(value => value.Number is not null).ToList();
        var wrong = values.Where(value => NumberReader.ReadColumn([value.Text], story.Language)[0] is { } read
            && Math.Abs(read.Value - value.Number!.Value) > 1e-9 * Math.Abs(read.Value))
            .ToList();
        return new StoryCheck(15, wrong.Count == 0 ? 1
            : 0, $"{wrong.Count} numbers of charts are not what the lesson writes{Example(wrong.Select(value => value.Text))}");
    }

    private static StoryCheck ReadingTime(Story story)
    {
        var hurried = story.Segments.Where(segment => segment.Duration < Reading(segment)).ToList();
        return new StoryCheck(15, Share(hurried.Count, story.Segments.Count),
            $"{hurried.Count} pictures go before they are read{Example(hurried.Select(segment => segment.Id))}");
    }

    private static StoryCheck Repetition(Story story)
    {
        var sentences = story.Segments.SelectMany(segment => segment.Sentences.Select(sentence => sentence.Text)).ToList();
        var again = sentences.GroupBy(text => text, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .Concat(story.Segments.Where(segment => segment.KeyPoints.Any(point => Same(point, segment.Title)))
                .Select(segment => segment.Title))
            .Concat(story.Segments.Where(segment => segment.Sentences.Any(sentence => Same(sentence.Text, segment.Title)))
                .Select(segment => segment.Title)).ToList();
        return new StoryCheck(10, Share(again.Count, story.Segments.Count),
            $"{again.Count} things are said or shown twice{Example(again)}");
    }

    /// <summary>
    /// Three diagrams of one kind, or three headings of one wording, in a row; the layouts of scenes without a diagram take turns.
    /// </summary>
    private static StoryCheck Variety(Story story)
    {
        var runs = Enumerable.Range(0, Math.Max(0, story.Segments.Count - 2)).Count(i =>
        {
            var three = story.Segments.Skip(i).Take(3).ToList();
            return three.Select(segment => segment.Title).Distinct().Count() == 1
                || (three[0].Diagram is { Kind: var kind } && three.TrueForAll(segment => segment.Diagram?.Kind == kind));
        });
        return new StoryCheck(10, Share(runs, story.Segments.Count), $"{runs} times three scenes in a row look alike or bear one heading");
    }

    private static StoryCheck References(Story story)
    {
        var kinds = story.Segments.Select(segment => segment.Diagram?.Kind).ToHashSet();
        var dangling =
            story.Segments.SelectMany((segment, i) =>
            segment.Sentences.Select((sentence, at) => (Segment: segment, IsFirst: i + at == 0, sentence.Text,
                IsLast: at == segment.Sentences.Count - 1)))
            .Where(item => (item.IsFirst && Phrases.LeansBack(item.Text))
                || (item.IsLast && item.Segment.Diagram is null && item.Text.TrimEnd() is [.., ':' or '：'])
                || (Tables().IsMatch(item.Text)
                    && !kinds.Overlaps(
                    [DiagramKind.Table, DiagramKind.Bars, DiagramKind.LineChart, DiagramKind.PieChart, DiagramKind.Comparison]))
                || (Figures().IsMatch(item.Text) && !kinds.Contains(DiagramKind.Picture)))
            .Select(item => item.Text).ToList();
        return new StoryCheck(15, Math.Max(0, 1 - (dangling.Count * 0.34)),
            $"{dangling.Count} sentences point to what the video does not have{Example(dangling)}");
    }

    private static double Reading(Segment segment)
    {
        var cells = segment.Diagram is { Kind: DiagramKind.Table or DiagramKind.Bars or DiagramKind.Comparison } diagram
            ? diagram.Columns.Count + diagram.Items.Sum(item => 1 + item.Values.Count) : 0;
        return Math.Max(cells * SecondsPerCell, Shown(segment).Sum(Words) / WordsPerSecond);
    }

    private static IEnumerable<string> Shown(Segment segment) =>
        [segment.Title, .. segment.KeyPoints, .. (segment.Diagram?.Items ?? [])
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
