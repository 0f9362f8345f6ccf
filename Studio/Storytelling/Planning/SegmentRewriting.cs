using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>A segment with a person's words in place of the lesson's.</summary>
/// <param name="story">The story it belongs to.</param>
/// <param name="pronunciation">How words are said.</param>
internal sealed class SegmentRewriting(Story story, Pronunciation pronunciation)
{
    /// <exception cref="StorySourceException">A sentence cannot be spoken, or the title is empty.</exception>
    public Segment Of(Segment segment, SegmentEdit edit)
    {
        var title = edit.Title?.Trim() ?? segment.Title;
        if (title.Length == 0)
        {
            throw new StorySourceException($"Segment {segment.Id} has no title. Give it one of a few words.");
        }

        if (edit is { Title: null, Sentences: null, Picture: { } shown })
        {
            return Shown(segment, shown);
        }

        var retitled = segment with { Title = title, Drawn = null };
        var rewritten = edit.Sentences is { } lines ? Rewritten(retitled, lines) : retitled;
        rewritten = rewritten with { GuidedBy = null, VisualGuidance = VisualGuidance.Of(story.Title, story.Subject, rewritten) };
        return edit.Picture is { } picture ? Shown(rewritten, picture) : rewritten;
    }

    /// <summary>What a person says of the picture takes the place of all that was said of it.</summary>
    private static Segment Shown(Segment segment, string picture) => picture.Trim() is { Length: > 0 } words
        ? segment with { Drawn = null, Feedback = [], GuidedBy = Segment.ByAPerson, VisualGuidance = words }
        : throw new StorySourceException($"Nothing is said of the picture of segment {segment.Id}. Say what it shows.");

    private Segment Rewritten(Segment segment, IReadOnlyList<string> lines)
    {
        List<LessonSentence> said = [.. lines.SelectMany(line => SentencesOf(line, segment))];
        if (said.Count == 0)
        {
            throw new StorySourceException($"Nothing is said in segment {segment.Id}. Write a sentence, or take the segment out.");
        }

        var places = SentencePlaces.Of(segment.Sentences, said);
        var diagram = RewrittenDiagram.Of(segment, said, places) ?? new DiagramWriter(story.Language, null, []).OfText(said)
            ?? (segment.Kind == SegmentKind.Concept ? RelationDiagrams.Of(said, story.Language) : null);
        var draft = new SegmentDraft
        {
            Kind = segment.Kind,
            Title = segment.Title,
            Section = 0,
            Group = 0,
            Said = said,
            Diagram = diagram,
            Reading = segment.Diagram?.Kind == diagram?.Kind ? segment.Reading : 0,
        };
        return segment with
        {
            Recording = said.Select(sentence => sentence.Text).SequenceEqual(segment.Sentences.Select(sentence => sentence.Text))
                ? segment.Recording : null,
            Sentences = [.. said.Select(sentence => Spoken(sentence, segment))],
            KeyPoints = diagram is null ? Points(segment, draft) : [],
            Diagram = diagram,
            Reading = draft.Reading,
            Duration = Durations.Of([draft], story.Language, null, story.Sound.Speed)[0],
        };
    }

    /// <summary>A sentence that was there is not read as Markdown again: its text is plain.</summary>
    private IEnumerable<LessonSentence> SentencesOf(string line, Segment segment) =>
        segment.Sentences.FirstOrDefault(sentence => sentence.Text == line.Trim()) is { } same
            ? [new LessonSentence(same.Text, [], same.Line ?? 0)]
            : LessonReader.Sentences(line, story.Language);

    private Sentence Spoken(LessonSentence sentence, Segment segment)
    {
        if (segment.Sentences.FirstOrDefault(before => before.Text == sentence.Text) is { } same)
        {
            return same;
        }

        var spoken = Planning.Spoken.Of(sentence, story.Language, pronunciation);
        return spoken.IsHeard && spoken.UnknownSigns.Count == 0 ? spoken.Sentence : throw new StorySourceException(
            $"Segment {segment.Id}: the voice has no words for {string.Join(' ', spoken.UnknownSigns.DefaultIfEmpty("any of it"))} in "
            + $"\"{sentence.Text}\" (language: {story.Language}). Write it in words.");
    }

    /// <summary>Points that are still said stay; those of new sentences join them.</summary>
    private static IReadOnlyList<string> Points(Segment segment, SegmentDraft draft)
    {
        var narration = string.Join(' ', draft.Said.Select(sentence => sentence.Text));
        var found = draft.Kind == SegmentKind.Conclusion
            ? KeyPoints.ToRemember(draft.Said, StoryBuilder.MostKeyPoints)
            : KeyPoints.Of(draft.Said, StoryBuilder.MostKeyPoints);
        return
        [
            .. segment.KeyPoints.Where(point => narration.Contains(point, StringComparison.OrdinalIgnoreCase)).Concat(found)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(point => !StoryBuilder.IsSame(point, segment.Title))
                .Take(StoryBuilder.MostKeyPoints),
        ];
    }
}
