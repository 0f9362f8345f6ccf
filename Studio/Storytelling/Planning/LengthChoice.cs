using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>
/// Chooses which parts of a story a wanted length has room for: what answers the lesson's question, then its opening, then what to
/// remember, then what explains most; whole units of thought, the beginning of a section before its end.
/// </summary>
/// <param name="language">Language of the lesson.</param>
/// <param name="speed">How much faster than usual is spoken.</param>
internal sealed class LengthChoice(string language, double speed = 1)
{
    private const double AnswerWorth = 200;
    private const double OpeningWorth = 100;
    private const double ConclusionWorth = 60;
    private const double OrderWorth = 0.3;

    /// <summary>The least seconds that a part takes.</summary>
    public double Seconds(SegmentDraft draft) =>
        Math.Max(draft.Said.Sum(sentence => SpeechRate.Seconds(sentence.Text, language) / speed) + Durations.Pauses(draft), draft.Reading);

    /// <summary>The parts that there is room for, in the lesson's order. At least the first one.</summary>
    public IReadOnlyList<SegmentDraft> Choose(IReadOnlyList<SegmentDraft> drafts, double limit)
    {
        if (drafts.Sum(Seconds) <= limit)
        {
            return drafts;
        }

        var groups = drafts.GroupBy(draft => draft.Group).Select(group => new Unit([.. group], group.Sum(Seconds))).ToList();
        HashSet<Unit> chosen = [];
        var left = limit;
        var answer = AnswerSection.Of(drafts, PictureWorth);
        foreach (var section in groups.GroupBy(unit => unit.Drafts[0].Section)
            .OrderByDescending(section => section.Key == answer ? AnswerWorth : Worth([.. section])).ToList())
        {
            // A section is taken from its start as far as it goes: nothing in it then leans on what is missing.
            foreach (var unit in section)
            {
                if (unit.Seconds > left || (unit == section.First() && LeansOnMissing(unit, groups, chosen)))
                {
                    break;
                }

                chosen.Add(unit);
                left -= unit.Seconds;
            }
        }

        if (chosen.Count == 0)
        {
            chosen.Add(groups[0]);
        }

        return [.. groups.Where(chosen.Contains).SelectMany(unit => unit.Drafts)];
    }

    private static bool LeansOnMissing(Unit unit, List<Unit> all, HashSet<Unit> chosen)
    {
        var at = all.IndexOf(unit);
        return at > 0 && Phrases.LeansBack(unit.Drafts[0].Said[0].Text) && !chosen.Contains(all[at - 1]);
    }

    private static double Worth(IReadOnlyList<Unit> section)
    {
        var first = section[0].Drafts[0];
        return PictureWorth([.. section.Select(unit => unit.Drafts[0])]) + first.BeatWorth - (OrderWorth * first.Section)
            + (first.Kind == SegmentKind.Hook || first.Section == 0 ? OpeningWorth : first.Kind == SegmentKind.Conclusion ? ConclusionWorth
                : 0);
    }

    /// <summary>How much the pictures of a section explain.</summary>
    private static double PictureWorth(IReadOnlyList<SegmentDraft> section) => section.Max(draft => draft.Diagram?.Kind switch
    {
        DiagramKind.Steps or DiagramKind.Cycle => 10.0,
        DiagramKind.Formula => 9,
        DiagramKind.Table or DiagramKind.Bars or DiagramKind.Comparison or DiagramKind.Timeline => 6,
        DiagramKind.Questions => 1,
        null => 5,
        _ => 5.5,
    });

    private sealed record Unit(IReadOnlyList<SegmentDraft> Drafts, double Seconds);
}
