using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Holds the planner to its word: each sentence and block of the lesson is said, shown, or was noted as left out.</summary>
internal static class Accounting
{
    /// <exception cref="InvalidOperationException">Something was lost: a fault of the planner, not of the lesson.</exception>
    public static void Check(Lesson lesson, IReadOnlyList<SegmentDraft> drafts)
    {
        var said = drafts.SelectMany(draft => draft.Said).Select(sentence => (sentence.Line, sentence.Text)).ToHashSet();
        var shown = drafts.Where(draft => draft.Shown is not null).Select(draft => draft.Shown!).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var lost = lesson.Sections.Where(section => section.Role != SectionRole.Solution)
            .SelectMany(section => section.Blocks)
            .Where(block => !shown.Contains(block))
            .SelectMany(block => block is LessonDefinition ? [] : block.Sentences)
            .FirstOrDefault(sentence => !said.Contains((sentence.Line, sentence.Text)));
        if (lost is not null)
        {
            throw new InvalidOperationException($"The planner lost line {lost.Line}: \"{lost.Text}\". This is a fault of the planner; please report the lesson.");
        }
    }
}
