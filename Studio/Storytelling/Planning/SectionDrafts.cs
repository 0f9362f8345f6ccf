using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Divides a section into segments: running text in portions, and each list, table, formula, picture with what is said about it.</summary>
internal sealed class SectionDrafts
{
    // A portion of running text, in seconds of speech; nobody looks at one picture for longer.
    private const double LongestUsual = 16;
    private const double ShortestUsual = 6;

    // How far beyond it a thought may run on, as a factor.
    private const double LongestPortion = 1.5;
    private const double LeastReading = 3;

    private readonly Lesson _lesson;
    private readonly LessonSection _section;
    private readonly int _index;
    private readonly DiagramWriter _diagrams;
    private readonly List<LessonSentence> _text = [];
    private readonly List<SegmentDraft> _drafts = [];
    private readonly double _portion;
    private int _group;

    private SectionDrafts(Lesson lesson, int index, DiagramWriter diagrams, double limit)
    {
        // A short video is made of short portions: else none would fit.
        _portion = Math.Clamp(limit / 3, ShortestUsual, LongestUsual);
        (_lesson, _section, _index, _diagrams) = (lesson, lesson.Sections[index], index, diagrams);
        _group = index * 10_000;
    }

    /// <summary>The drafts of a section, in order.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="index">Which section of it.</param>
    /// <param name="diagrams">Says what blocks look like.</param>
    /// <param name="limit">Seconds of the whole video.</param>
    public static IReadOnlyList<SegmentDraft> Of(Lesson lesson, int index, DiagramWriter diagrams, double limit)
    {
        var drafts = new SectionDrafts(lesson, index, diagrams, limit);
        drafts.Run();
        return drafts._drafts;
    }

    private string Title => _section.Heading.Length > 0 ? _section.Heading : _lesson.Title;

    private void Run()
    {
        for (var i = 0; i < _section.Blocks.Count; i++)
        {
            if (_section.Blocks[i] is LessonParagraph paragraph)
            {
                _text.AddRange(paragraph.Lines);
                continue;
            }

            i += Show(_section.Blocks[i], i);
        }

        Flush();
    }

    /// <summary>A block that is shown, with its lead-in, or with the text behind it where nothing else is said about it.</summary>
    /// <returns>How many of the following blocks were taken along.</returns>
    private int Show(LessonBlock block, int at)
    {
        var shown = _diagrams.Of(block, _section);
        if (shown.Count == 0)
        {
            // Nothing to show: what it says is running text.
            _text.AddRange(block.Sentences);
            return 0;
        }

        List<LessonSentence> leadIn = TakeLeadIn(block);
        Flush();
        var taken = 0;
        List<LessonSentence> after = [];
        if (leadIn.Count == 0 && block.Sentences.Count == 0 && at + 1 < _section.Blocks.Count && _section.Blocks[at + 1] is LessonParagraph next)
        {
            after.AddRange(next.Lines);
            taken = 1;
        }

        var group = _group++;
        for (var part = 0; part < shown.Count; part++)
        {
            List<LessonSentence> said = [.. part == 0 ? leadIn : [], .. shown[part].Said, .. part == 0 ? after : []];
            if (said.Count == 0 && block is LessonTable table)
            {
                said.AddRange(TableDiagrams.Read(table, shown[part].Diagram));
            }

            if (said.Count == 0)
            {
                said.Add(new LessonSentence(part == 0 ? Title : $"{Title} ({part + 1})", [], block.Line));
            }

            _drafts.Add(new SegmentDraft
            {
                Kind = shown[part].Kind,
                Title = Title,
                Section = _index,
                Group = group,
                Said = said,
                Diagram = shown[part].Diagram,
                Shown = block,
                Reading = Math.Max(LeastReading, shown[part].Reading),
            });
        }

        return taken;
    }

    /// <summary>The sentence that leads to the block, or the short text that stands alone before it.</summary>
    private List<LessonSentence> TakeLeadIn(LessonBlock block)
    {
        if (_text.Count == 0)
        {
            return [];
        }

        var leads = _text[^1].Text.EndsWith(':') || Phrases.PointsAhead(_text[^1].Text);
        if (!leads && block.Sentences.Count > 0)
        {
            return [];
        }

        // A sentence that leans on the one before it takes that one along.
        var first = _text.Count - 1;
        while (first > 0 && Phrases.LeansBack(_text[first].Text))
        {
            first--;
        }

        var seconds = _text.Skip(first).Sum(Seconds);
        if (!leads && seconds > _portion)
        {
            first = _text.Count - 1;
        }

        List<LessonSentence> leadIn = _text[first..];
        _text.RemoveRange(first, leadIn.Count);
        return leadIn;
    }

    /// <summary>The running text so far, in portions that begin where a thought begins.</summary>
    private void Flush()
    {
        List<LessonSentence> portion = [];
        var seconds = 0.0;
        foreach (var sentence in _text)
        {
            var next = Seconds(sentence);
            var full = seconds > 0 && seconds + next > _portion;
            if (full && (!Phrases.LeansBack(sentence.Text) || seconds + next > _portion * LongestPortion) && !portion[^1].Text.EndsWith(':'))
            {
                Add(portion);
                (portion, seconds) = ([], 0);
            }

            portion.Add(sentence);
            seconds += next;
        }

        Add(portion);
        _text.Clear();
    }

    private void Add(List<LessonSentence> said)
    {
        if (said.Count == 0)
        {
            return;
        }

        var questions = _section.Role is SectionRole.Questions or SectionRole.Exercise;
        _drafts.Add(new SegmentDraft
        {
            Kind = SegmentKind.Concept,
            Title = Title,
            Section = _index,
            Group = _group++,
            Said = said,
            Diagram = questions ? _diagrams.Questions(said) : _diagrams.OfText(said),
        });
    }

    private double Seconds(LessonSentence sentence) => SpeechRate.Seconds(sentence.Text, _lesson.Language);
}
