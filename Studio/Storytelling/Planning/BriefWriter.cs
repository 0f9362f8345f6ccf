using System.Globalization;
using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Says what the picture of a segment shows.</summary>
internal static partial class BriefWriter
{
    private const int MostUnitWords = 5;

    public static VisualBrief Write(Lesson lesson, SegmentDraft draft, IReadOnlyList<string> keyPoints)
    {
        var (kind, items) = Diagram(draft);
        var subject = lesson.Subject.Length > 0 ? $"{lesson.Subject} explainer" : "explainer";
        var about = draft.Kind == SegmentKind.Hook ? $"\"{lesson.Title}\"" : $"\"{draft.Title}\", part of \"{lesson.Title}\"";
        var shows = keyPoints.Count > 0 ? $" It shows: {string.Join("; ", keyPoints)}." : "";
        return new VisualBrief($"Flat vector illustration for a {subject} about {about}.{shows}", kind, items);
    }

    private static (DiagramKind Kind, IReadOnlyList<VisualItem> Items) Diagram(SegmentDraft draft)
    {
        if (draft.Kind is SegmentKind.Hook or SegmentKind.Conclusion)
        {
            return (DiagramKind.Scene, []);
        }

        return OfList(draft) ?? OfTable(draft.Section.First<LessonTable>()) ?? OfNumber(draft) ?? OfConsequence(draft) ?? (DiagramKind.Scene, []);
    }

    private static (DiagramKind, IReadOnlyList<VisualItem>)? OfList(SegmentDraft draft)
    {
        if (draft.Section.First<LessonList>() is not { Items.Count: >= 2 and <= 6 } list)
        {
            return null;
        }

        if (Timeline.IsOne(list))
        {
            return (DiagramKind.Timeline,
            [
                .. list.Items.Select(item => Timeline.YearOf(item.Lines[0].Text))
                    .Select(year => new VisualItem(KeyPoints.Label(year.Groups["text"].Value), year.Groups["year"].Value)),
            ]);
        }

        var isCycle = list.Items.Count >= 3 && Phrases.SpeaksOfCycle(draft.Title);
        return list.IsNumbered ? (isCycle ? DiagramKind.Cycle : DiagramKind.Steps, [.. list.Items.Select(item => new VisualItem(KeyPoints.ItemLabel(item)))]) : null;
    }

    private static (DiagramKind, IReadOnlyList<VisualItem>)? OfTable(LessonTable? table) => table switch
    {
        { Header.Count: 2, Rows.Count: >= 2 and <= 6 } when table.Rows.All(row => row.Count == 2 && Number(row[1]) is >= 0) =>
            (DiagramKind.Bars, [.. table.Rows.Select(row => new VisualItem(row[0], row[1])), new VisualItem(table.Header[1])]),
        { Header.Count: 3, Rows.Count: >= 1 and <= 4 } when table.Rows.All(row => row.Count == 3) =>
            (DiagramKind.Comparison, [new VisualItem(table.Header[1]), new VisualItem(table.Header[2]), .. table.Rows.Select(row => new VisualItem(row[0], row[1], row[2]))]),
        _ => null,
    };

    // A number that the lesson prints in bold matters more than another; the word before it ("almost", "over") belongs to it.
    private static (DiagramKind, IReadOnlyList<VisualItem>)? OfNumber(SegmentDraft draft)
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
        return (DiagramKind.Number, [new VisualItem(unit.TrimEnd(',', '.'), [match.Groups["number"].Value, .. match.Groups["qualifier"].Success ? [match.Groups["qualifier"].Value.Trim()] : Array.Empty<string>()])]);
    }

    private static (DiagramKind, IReadOnlyList<VisualItem>)? OfConsequence(SegmentDraft draft)
    {
        var chosen = draft.Chosen.ToList();
        if (chosen.Count == 0 || !Phrases.IsConsequence(chosen[^1].Sentence.Text))
        {
            return null;
        }

        var causes = KeyPoints.Of([.. chosen.SkipLast(1).Select(candidate => candidate.Sentence).Where(sentence => sentence.Terms.Count > 0)], 2);
        var effect = KeyPoints.Label(Phrases.WithoutConnective(chosen[^1].Sentence.Text));
        return causes.Count > 0 && effect.Length <= 48 ? (DiagramKind.CauseEffect, [.. causes.Select(cause => new VisualItem(cause)), new VisualItem(effect)]) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\b(?:percent|per cent|Prozent|times as|thousand|million|billion|trillion|Tausend|Millionen|Milliarden|Billionen)\b")]
    private static partial Regex Telling();

    [GeneratedRegex(@"(?<qualifier>\b(?:over|more than|almost|nearly|about|around|up to|less than|at least|only|after|within|nach|innerhalb von|etwa|rund|fast|über|mehr als|bis zu|mindestens)\s+)?(?<![\d.,])(?!(?:1\d|20)\d\d\s)(?<number>\d[\d.,]*(?:\s+(?:thousand|million|billion|trillion|Tausend|Millionen|Milliarden|Billionen))?)\s+(?<unit>(?:times as (?:much|many|\w+)|percent|per cent|times|Prozent|[Mm]al so \w+)(?:\s+(?:of|der|des)\s+\w+|\s+\w+)?|(?!nanomet|January|February|March|April|May|June|July)\p{L}{3,})")]
    private static partial Regex Quantity();
}
