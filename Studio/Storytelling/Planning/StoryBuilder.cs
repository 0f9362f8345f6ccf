using TemporalVideo.Studio.Storytelling.Beats;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Turns a lesson into a story, and says what of the lesson is not in it.</summary>
internal static class StoryBuilder
{
    internal const int MostKeyPoints = 4;
    private const int LongestTitle = 60;

    public static Story Build(Lesson lesson, StoryRequest request)
    {
        List<LeftOut> leftOut = [.. lesson.LeftOut];
        var size = request.Size ?? lesson.Size ?? VideoSize.Wide;
        var limit = request.Verbatim ? double.PositiveInfinity : Math.Min(request.TargetSeconds ?? request.MaxSeconds, request.MaxSeconds);
        var all = StoryOutline.Of(lesson, new DiagramWriter(lesson.Language, request.LessonFolder, leftOut, size), leftOut, limit);
        if (all.Count == 0)
        {
            throw new StorySourceException("Nothing in the lesson can be said. Write what the viewer should learn in a few sentences.");
        }

        var lengths = new LengthChoice(lesson.Language, request.Sound.Speed);
        (IReadOnlyList<SegmentDraft> Drafts, ShapeReport Report)? shaped = request.Shape is { } shape
            ? new BeatOrder(lesson, request.Verbatim ? shape with { Creativity = 0 } : shape, lengths.Seconds).Arrange(all) : null;
        all = shaped?.Drafts ?? all;
        var chosen = lengths.Choose(all, limit);
        var isWished = request.TargetSeconds < request.MaxSeconds;
        var because = isWished
            ? FormattableString.Invariant($"no room in {request.TargetSeconds:0.#} seconds")
            : FormattableString.Invariant($"no room in {request.MaxSeconds:0.#} seconds, the longest that is made");
        var kept = chosen.ToHashSet(ReferenceEqualityComparer.Instance);
        var titles = chosen.Select(draft => draft.Title).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in all.Where(draft => !kept.Contains(draft)))
        {
            if (titles.Add(draft.Title))
            {
                var heading =
                    lesson.Sections.FirstOrDefault(section =>
                    section.Line > 0 && draft.Title.EndsWith(section.Heading, StringComparison.Ordinal));
                leftOut.Add(new LeftOut(heading?.Line ?? draft.Said[0].Line, draft.Title, because) { AsWished = isWished });
            }

            leftOut.AddRange(draft.AsLeftOut(because).Select(item => item with { AsWished = isWished }));
        }

        chosen = Speakable.Of(chosen, lesson.Language, new Pronunciation(request.Pronunciation, lesson.Pronunciation), leftOut);
        if (chosen.Count == 0)
        {
            throw new StorySourceException(
                $"Nothing in the lesson can be spoken in its language ({lesson.Language}). Name the language that it is written in in "
                    + $"its front matter, such as \"language: el\".");
        }

        chosen = RelationDiagrams.In(chosen, lesson.Language);
        var durations = Durations.Of(chosen, lesson.Language, request.TargetSeconds, request.Sound.Speed);
        var title = lesson.Title.Length > 0 ? lesson.Title : Phrase(chosen[0].Said[0].Text);
        var story = new Story
        {
            Title = title,
            Language = lesson.Language,
            Subject = lesson.Subject,
            Size = size,
            Sound = request.Sound with { Voice = request.Sound.Voice ?? lesson.Voice },
            Segments = [.. chosen.Select((draft, i) => Segment(lesson, title, draft, i, durations[i]))],
            Shape = shaped?.Report,
            NotInVideo = [.. leftOut.OrderBy(item => item.Line).Select(item => item.Listed)],
        };
        Accounting.Check(lesson, all, leftOut);
        return story;
    }

    private static Segment Segment(Lesson lesson, string lessonTitle, SegmentDraft draft, int index, double duration)
    {
        var points = draft.Diagram is not (null or { Kind: DiagramKind.Relation }) ? [] : draft.Kind == SegmentKind.Conclusion
            ? KeyPoints.ToRemember(draft.Said, MostKeyPoints)
            : KeyPoints.Of(draft.Said, MostKeyPoints);
        var title = draft.Title.Length > 0 ? draft.Title : lessonTitle;
        points = [.. points.Where(point => !IsSame(point, title))];
        var segment = new Segment
        {
            Id = $"s{index + 1:00}",
            Kind = draft.Kind,
            Title = title,
            Sentences = draft.Sentences,
            KeyPoints = draft.Diagram is null
                ? [.. points.Concat(draft.Silent.Select(sentence => KeyPoints.Label(sentence.Text)))
                .Distinct(StringComparer.OrdinalIgnoreCase)] : points,
            VisualGuidance = "",
            Diagram = draft.Diagram,
            Formulas = Formulas(draft),
            Duration = duration,
            Reading = draft.Reading,
            Beat = draft.Beat,
        };
        return segment with { VisualGuidance = VisualGuidance.Of(lessonTitle, lesson.Subject, segment) };
    }

    /// <summary>Those that are more than a letter or a number: a bare "a" is an article elsewhere.</summary>
    private static List<InlineFormula> Formulas(SegmentDraft draft) =>
    [
        .. draft.Said.Concat(draft.Silent).SelectMany(sentence => sentence.Formulas)
            .Where(formula => formula.Plain.Length > 1 && formula.Latex.AsSpan().IndexOfAny(@"\^_{=") >= 0)
            .Select(formula => new InlineFormula(formula.Plain, formula.Latex)).Distinct(),
    ];

    internal static bool IsSame(string one, string other) =>
        string.Equals(one.Trim(' ', '.', ':', '!'), other.Trim(' ', '.', ':', '!'), StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole phrase that a lesson without any title is called by: its first sentence, else the first clause of it that is short
    /// enough.</summary>
    private static string Phrase(string sentence)
    {
        var bare = sentence.TrimEnd('.', ' ');
        return bare.Length <= LongestTitle ? bare
            : Clauses.First(bare) is { Length: <= LongestTitle } clause ? clause.TrimEnd(',', ' ')
            : bare.Split([", ", "; ", ": ", " – "], 2, StringSplitOptions.None)[0] is { Length: <= LongestTitle } part ? part
            : bare[..EndOfWord(bare)];
    }

    /// <summary>Where a title may end; where there are no spaces, as in Chinese, behind any sign.</summary>
    private static int EndOfWord(string text) => text.LastIndexOf(' ', LongestTitle) is > 0 and var space ? space
        : char.IsHighSurrogate(text[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle;
}
