using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Divides a lesson into the parts of a story: hook, concepts, processes, conclusion.</summary>
internal static class LessonOutline
{
    public static IReadOnlyList<SegmentDraft> Of(Lesson lesson)
    {
        var sections = lesson.Sections.Where(section => section.Sentences.Any()).ToList();
        var hook = lesson.Introduction.Sentences.Any() ? lesson.Introduction : TakeFirst(sections);
        var conclusion = TakeConclusion(lesson, sections);
        List<SegmentDraft> drafts = [];
        if (hook is not null)
        {
            drafts.Add(Draft(lesson, SegmentKind.Hook, lesson.Title.Length > 0 ? lesson.Title : hook.Heading, hook, null));
        }

        drafts.AddRange(sections.Select((section, i) =>
            Draft(lesson, IsProcess(section) ? SegmentKind.Process : SegmentKind.Concept, section.Heading, section, Worth(section, i))));
        if (conclusion is not null)
        {
            drafts.Add(Draft(lesson, SegmentKind.Conclusion, conclusion.Heading, conclusion, null));
        }

        return drafts;
    }

    private static LessonSection? TakeFirst(List<LessonSection> sections)
    {
        var first = sections.Count > 1 ? sections[0] : null;
        sections.Remove(first!);
        return first;
    }

    private static LessonSection? TakeConclusion(Lesson lesson, List<LessonSection> sections)
    {
        var recap = sections.LastOrDefault(section => Phrases.IsRecap(section.Heading));
        if (recap is null && lesson.Summary.Count > 0)
        {
            return new LessonSection(lesson.Language.StartsWith("de", StringComparison.Ordinal) ? "Kurz gesagt" : "In short", [new LessonParagraph(lesson.Summary)]);
        }

        recap ??= sections.Count > 1 ? sections[^1] : null;
        sections.Remove(recap!);
        return recap;
    }

    private static bool IsProcess(LessonSection section) =>
        section.First<LessonTable>() is not null || section.Blocks.OfType<LessonList>().Any(list => list.IsNumbered || Timeline.IsOne(list));

    private static double Worth(LessonSection section, int index) =>
        (section.Blocks.OfType<LessonList>().Any(list => list.IsNumbered) ? 10 : section.First<LessonTable>() is not null ? 6 : section.First<LessonList>() is not null ? 5.5 : 5)
        + (index == 0 ? 4 : 0) - (index * 0.3);

    private static SegmentDraft Draft(Lesson lesson, SegmentKind kind, string title, LessonSection section, double? value)
    {
        List<Candidate> candidates = [];
        var topic = LessonLibrary.Words($"{lesson.Title} {section.Heading}");
        foreach (var block in section.Blocks)
        {
            var paragraphs = block is LessonList list ? list.Items : block is LessonParagraph single ? [single] : [];
            foreach (var paragraph in paragraphs)
            {
                AddParagraph(paragraph, block is LessonList);
            }
        }

        return new SegmentDraft { Kind = kind, Title = title, Section = section, Candidates = candidates, Value = value };

        void AddParagraph(LessonParagraph paragraph, bool isItem)
        {
            Candidate? previous = null;
            for (var i = 0; i < paragraph.Lines.Count; i++)
            {
                var sentence = paragraph.Lines[i];
                var spoken = Speech.Adapt(sentence.Text, lesson.Language);
                var leans = Phrases.LeansBack(sentence.Text);
                previous = new Candidate
                {
                    Sentence = sentence,
                    Spoken = spoken,
                    Seconds = SpeechRate.Seconds(spoken, lesson.Language),
                    Value = Importance(sentence, i, topic) + (kind == SegmentKind.Hook ? 0.8 : kind == SegmentKind.Conclusion ? 0.9 : isItem ? 0.5 : 0),
                    IsEssential = isItem && kind != SegmentKind.Conclusion ? i == 0 : IsCore(kind, candidates.Count, sentence),
                    Needs = leans ? previous ?? (isItem ? null : candidates.LastOrDefault()) : null,
                };
                candidates.Add(previous);
            }
        }
    }

    private static bool IsCore(SegmentKind kind, int position, LessonSentence sentence) =>
        position == 0 || (kind == SegmentKind.Hook && sentence.Text.EndsWith('?'));

    private static double Importance(LessonSentence sentence, int position, HashSet<string> topic)
    {
        var words = LessonLibrary.Words(sentence.Text);
        var shared = words.Count == 0 ? 0 : words.Count(topic.Contains) / (double)words.Count;
        return 1 + (0.6 * sentence.Terms.Count) + shared + (sentence.Text.Any(char.IsDigit) ? 0.2 : 0) - (0.1 * position);
    }
}
