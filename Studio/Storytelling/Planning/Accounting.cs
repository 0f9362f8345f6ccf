using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Holds the planner to its word: each sentence and block of the lesson is said, shown, or was noted as left out.</summary>
internal static class Accounting
{
    /// <exception cref="InvalidOperationException">Something was lost: a fault of the planner, not of the lesson.</exception>
    public static void Check(Lesson lesson, IReadOnlyList<SegmentDraft> drafts, IReadOnlyList<LeftOut> leftOut)
    {
        var said = drafts.SelectMany(draft => draft.Said).Select(sentence => (sentence.Line, sentence.Text)).ToHashSet();
        var shown = drafts.Where(draft => draft.Shown is not null).Select(draft => draft.Shown!)
            .ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var listed = leftOut.Select(item => item.Line).ToHashSet();
        var lost = lesson.Sections.Where(section => section.Role is not (SectionRole.Solution or SectionRole.Sources))
            .SelectMany(section => section.Blocks)
            .Where(block => !shown.Contains(block))
            .SelectMany(block => block.Sentences.Count > 0
                ? block.Sentences.Where(sentence => !said.Contains((sentence.Line, sentence.Text)))
                    .Select(sentence => (sentence.Line, sentence.Text))
                : listed.Contains(block.Line) ? [] : [(block.Line, Text: block.Excerpt)])
            .FirstOrDefault();
        if (lost.Text is not null)
        {
            throw new InvalidOperationException(
                $"The planner lost line {lost.Line}: \"{lost.Text}\". This is a fault of the planner; please report the lesson.");
        }
    }
}
