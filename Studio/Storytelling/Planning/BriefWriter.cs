using System.Globalization;
using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Says what the picture of a segment shows.</summary>
internal static partial class BriefWriter
{
    private const int MostUnitWords = 5;

    /// <summary>The picture in words.</summary>
    public static string Guidance(Lesson lesson, SegmentDraft draft, IReadOnlyList<string> keyPoints)
    {
        var subject = lesson.Subject.Length > 0 ? $"{lesson.Subject} explainer" : "explainer";
        var about = draft.Kind == SegmentKind.Hook ? $"\"{lesson.Title}\"" : $"\"{draft.Title}\", part of \"{lesson.Title}\"";
        var shows = keyPoints.Count > 0 ? $" It shows: {string.Join("; ", keyPoints)}." : "";
        return $"Flat vector illustration for a {subject} about {about}.{shows}";
    }

    /// <summary>What the picture is built around; null without a diagram.</summary>
    public static Diagram? DiagramOf(SegmentDraft draft)
    {
        if (draft.Kind is SegmentKind.Hook or SegmentKind.Conclusion)
        {
            return null;
        }

        return OfList(draft) ?? OfTable(draft.Section.First<LessonTable>()) ?? OfNumber(draft) ?? OfConsequence(draft);
    }

    private static Diagram? OfList(SegmentDraft draft)
    {
        if (draft.Section.First<LessonList>() is not { Items.Count: >= 2 and <= 6 } list)
        {
            return null;
        }

        if (Timeline.IsOne(list))
        {
            return new Diagram
            {
                Kind = DiagramKind.Timeline,
                Items = [.. list.Items.Select(item => Timeline.YearOf(item.Lines[0].Text))
                    .Select(year => Item(KeyPoints.Label(year.Groups["text"].Value), year.Groups["year"].Value))],
            };
        }

        var isCycle = list.Items.Count >= 3 && Phrases.SpeaksOfCycle(draft.Title);
        return list.IsNumbered
            ? new Diagram
            {
                Kind = isCycle ? DiagramKind.Cycle : DiagramKind.Steps,
                Items = [.. list.Items.Select(item => Item(KeyPoints.ItemLabel(item)))],
            }
            : null;
    }

    private static Diagram? OfTable(LessonTable? table) => table switch
    {
        { Header.Count: 2, Rows.Count: >= 2 and <= 6 } when table.Rows.All(row => row.Count == 2 && Number(row[1]) is >= 0) =>
            new Diagram
            {
                Kind = DiagramKind.Bars,
                Columns = table.Header,
                Items = [.. table.Rows.Select(row => Item(row[0], new DiagramValue(row[1], Number(row[1]))))],
            },
        { Header.Count: 3, Rows.Count: >= 1 and <= 4 } when table.Rows.All(row => row.Count == 3) =>
            new Diagram
            {
                Kind = DiagramKind.Comparison,
                Columns = table.Header,
                Items = [.. table.Rows.Select(row => Item(row[0], row[1], row[2]))],
            },
        _ => null,
    };

    // A number that the lesson prints in bold matters more than another; the word before it ("almost", "over") belongs to it.
    private static Diagram? OfNumber(SegmentDraft draft)
    {
        var match = draft.Chosen
            .SelectMany(candidate => Quantity().Matches(candidate.Sentence.Text).Select(match => (Match: match, InBold: candidate.Sentence.Terms.Any(term => term.Contains(match.Groups["number"].Value, StringComparison.Ordinal)))))
            .Where(found => found.InBold || Telling().IsMatch(found.Match.Value))
            .OrderByDescending(found => found.InBold)
            .Select(found => found.Match)
            .FirstOrDefault();
        if (match is null)
        {
            return null;
        }

        var unit = string.Join(' ', match.Groups["unit"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostUnitWords));
        string[] values = match.Groups["qualifier"].Success
            ? [match.Groups["number"].Value, match.Groups["qualifier"].Value.Trim()]
            : [match.Groups["number"].Value];
        return new Diagram { Kind = DiagramKind.Number, Items = [Item(unit.TrimEnd(',', '.'), values)] };
    }

    private static Diagram? OfConsequence(SegmentDraft draft)
    {
        var chosen = draft.Chosen.ToList();
        if (chosen.Count == 0 || !Phrases.IsConsequence(chosen[^1].Sentence.Text))
        {
            return null;
        }

        var causes = KeyPoints.Of([.. chosen.SkipLast(1).Select(candidate => candidate.Sentence).Where(sentence => sentence.Terms.Count > 0)], 2);
        var effect = KeyPoints.Label(Phrases.WithoutConnective(chosen[^1].Sentence.Text));
        return causes.Count > 0 && effect.Length <= 48
            ? new Diagram { Kind = DiagramKind.CauseEffect, Items = [.. causes.Select(cause => Item(cause)), Item(effect)] }
            : null;
    }

    private static DiagramItem Item(string label, params string[] values) =>
        new() { Label = label, Values = [.. values.Select(value => new DiagramValue(value))] };

    private static DiagramItem Item(string label, DiagramValue value) => new() { Label = label, Values = [value] };

    private static double? Number(string text) =>
        double.TryParse(text.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\b(?:percent|per cent|Prozent|times as|thousand|million|billion|trillion|Tausend|Millionen|Milliarden|Billionen)\b")]
    private static partial Regex Telling();

    [GeneratedRegex(@"(?<qualifier>\b(?:over|more than|almost|nearly|about|around|up to|less than|at least|only|after|within|nach|innerhalb von|etwa|rund|fast|über|mehr als|bis zu|mindestens)\s+)?(?<![\d.,])(?!(?:1\d|20)\d\d\s)(?<number>\d[\d.,]*(?:\s+(?:thousand|million|billion|trillion|Tausend|Millionen|Milliarden|Billionen))?)\s+(?<unit>(?:times as (?:much|many|\w+)|percent|per cent|times|Prozent|[Mm]al so \w+)(?:\s+(?:of|der|des)\s+\w+|\s+\w+)?|(?!nanomet|January|February|March|April|May|June|July)\p{L}{3,})")]
    private static partial Regex Quantity();
}
