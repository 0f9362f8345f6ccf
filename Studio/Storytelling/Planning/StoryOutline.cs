using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Divides a lesson into the parts of a story, in its order: what opens it, its sections, what to remember.</summary>
internal static class StoryOutline
{
    public static IReadOnlyList<SegmentDraft> Of(Lesson lesson, DiagramWriter diagrams, List<LeftOut> leftOut, double limit)
    {
        List<SegmentDraft> drafts = [];
        lesson = lesson with { Sections = SectionTitles.Of(lesson.Sections, leftOut) };
        for (var i = 0; i < lesson.Sections.Count; i++)
        {
            var section = lesson.Sections[i];
            if (section.Role == SectionRole.Solution)
            {
                leftOut.AddRange(
                    section.Blocks.Select(block =>
                    new LeftOut(block.Line, block.Excerpt, "the answer to an exercise: a video that shows it gives it away")));
                continue;
            }

            if (section.Role == SectionRole.Sources)
            {
                leftOut.AddRange(section.Blocks.SelectMany(block => block.Sentences)
                    .Select(sentence => (sentence.Line, What: sentence.Text)).Prepend((section.Line, What: section.Heading))
                    .Select(part => new LeftOut(part.Line, part.What, "sources, to be read and not heard")));
                continue;
            }

            var own = SectionDrafts.Of(lesson, i, diagrams, limit);
            drafts.AddRange(Phrases.IsRecap(section.Heading) ? own.Select(AsConclusion) : own);
        }

        if (lesson.Summary.Count > 0 && !drafts.Any(draft => draft.Kind == SegmentKind.Conclusion))
        {
            drafts.Add(new SegmentDraft
            {
                Kind = SegmentKind.Conclusion,
                Title = lesson.Title,
                Section = lesson.Sections.Count,
                Group = int.MaxValue,
                Said = lesson.Summary,
            });
        }

        if (drafts.Count > 0 && drafts[0].Diagram is null && drafts[0].Kind == SegmentKind.Concept)
        {
            drafts[0] = drafts[0] with { Kind = SegmentKind.Hook };
        }

        return drafts;
    }

    private static SegmentDraft AsConclusion(SegmentDraft draft) => draft.Diagram is null ? draft with { Kind = SegmentKind.Conclusion }
        : draft;
}
