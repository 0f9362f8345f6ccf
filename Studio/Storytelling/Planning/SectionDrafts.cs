using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Divides a section into segments: running text in portions, and each list, table, formula, picture with what is said about
/// it.</summary>
internal sealed partial class SectionDrafts
{
    private const double LeastReading = 3;
    private const int MostWordsOfATitle = 4;
    private const int MostCellsToHear = 15;
    private const int LongestRunIn = 40;
    private const int LongestQuestion = 56;
    private const int FewestParagraphs = 4;

    private readonly Lesson _lesson;
    private readonly LessonSection _section;
    private readonly int _index;
    private readonly DiagramWriter _diagrams;
    private readonly TextPortions _portions;
    private readonly OpeningTitles _openings;
    private readonly List<LessonSentence> _text = [];
    private readonly HashSet<LessonSentence> _paragraphs = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<LessonSentence> _runIns = new(ReferenceEqualityComparer.Instance);
    private readonly List<SegmentDraft> _drafts = [];
    private readonly bool _isConversation;
    private int _group;

    private SectionDrafts(Lesson lesson, int index, DiagramWriter diagrams, double limit)
    {
        _portions = new TextPortions(lesson.Language, limit);
        _openings = new OpeningTitles(lesson.Language);
        (_lesson, _section, _index, _diagrams) = (lesson, lesson.Sections[index], index, diagrams);
        _group = index * 10_000;
        _isConversation = IsConversation(_section);
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
        drafts.KeepHeading();
        return drafts._drafts;
    }

    /// <summary>Where each picture is named by the words that lead to it, the first one bears the section's heading.</summary>
    private void KeepHeading()
    {
        var opens = _index == 0 && _section.Heading.Length == 0 && _drafts is [{ Diagram: null }, ..];
        var isMissing = _section.Heading.Length > 0 && _drafts.TrueForAll(draft => draft.Title != Title);
        if (Title.Length > 0 && _drafts.Count > 0 && (opens || isMissing))
        {
            _drafts[0] = _drafts[0] with { Title = Title };
        }
    }

    private string Title => _section.Heading.Length > 0 ? _section.Heading : _lesson.Title;

    private void Run()
    {
        for (var i = 0; i < _section.Blocks.Count; i++)
        {
            if (_section.Blocks[i] is LessonParagraph paragraph)
            {
                Add(paragraph.Lines);
                continue;
            }

            i += Show(_section.Blocks[i], i + 1);
        }

        Flush();
    }

    private void Add(IReadOnlyList<LessonSentence> sentences)
    {
        _text.AddRange(sentences);
        _paragraphs.Add(sentences[0]);
        if (sentences.Count > 1 && IsRunIn(sentences[0]))
        {
            _runIns.Add(sentences[0]);
        }

        _paragraphs.UnionWith(sentences.Where(sentence => RunIn(sentence) is not null));
    }

    /// <summary>A block that is shown, with its lead-in, or with the text behind it where nothing else is said about it.</summary>
    /// <returns>How many of the following blocks were taken along.</returns>
    private int Show(LessonBlock block, int following)
    {
        var next = _section.Blocks.ElementAtOrDefault(following) as LessonParagraph;
        var leads = _text.Count > 0 && Leads(_text[^1].Text, block);
        // A lesson may call itself a summary; that makes no closing scene of each of its lists.
        var heading = Phrases.IsRecap(Title) ? _section.Heading : Title;
        var shown = _diagrams.Of(block, _section with { Heading = heading }, leads ? _text[^1].Text : "");
        if (shown.Count == 0)
        {
            // Nothing to show: what it says is running text.
            if (block.Sentences.Count > 0)
            {
                Add(block.Sentences);
            }

            return 0;
        }

        var leadIn = TakeLeadIn(block, leads);
        Flush();
        List<LessonSentence> after = [.. After(block, next, _section.Blocks.ElementAtOrDefault(following + 1), leadIn.Count == 0)];
        var (title, group) = (TitleOf(leadIn), _group++);
        for (var part = 0; part < shown.Count; part++)
        {
            List<LessonSentence> said = [.. part == 0 ? leadIn : [], .. shown[part].Said, .. part == shown.Count - 1 ? after : []];
            if (said.Count == 0 && block is LessonTable table && !IsAllNumbers(table))
            {
                said.AddRange(TableSentences.Of(table, shown[part].Diagram, _lesson.Language, _section.Heading));
            }

            if (said.Count == 0)
            {
                said.Add(new LessonSentence(part == 0 ? title : $"{title} ({part + 1})", [], block.Line));
            }

            _drafts.Add(new SegmentDraft
            {
                Kind = shown[part].Kind,
                Title = title,
                Section = _index,
                Group = group,
                Said = said,
                Diagram = Shifted(shown[part].Diagram, part == 0 ? leadIn.Count : 0),
                Shown = block,
                Reading = Math.Max(LeastReading, shown[part].Reading),
            });
        }

        if (after.Count == 0)
        {
            return 0;
        }

        if (next!.Lines.Skip(after.Count).ToList() is { Count: > 0 } rest)
        {
            Add(rest);
        }

        return 1;
    }

    /// <summary>What the text behind a block says about it: the rest of the sentence that a formula is part of, or all of it where nothing
    /// else is said.</summary>
    private IEnumerable<LessonSentence> After(LessonBlock block, LessonParagraph? next, LessonBlock? then, bool nothingSaid)
    {
        if (next is null || (!_isConversation && IsNamed(next)) || PointsAhead(next.Lines[^1].Text)
            || (then is not null && Leads(next.Lines[^1].Text, then)))
        {
            return [];
        }

        if (block is LessonEquation && char.IsLower(next.Lines[0].Text[0]) && !char.IsLetterOrDigit(next.Lines[0].Text[^1]))
        {
            return next.Lines.Take(1);
        }

        return nothingSaid && block.Sentences.Count == 0 && !SpeaksForItself(block) && next.Lines.Sum(Seconds) <= _portions.Usual
            ? next.Lines : [];
    }

    /// <summary>A paragraph with a name of its own speaks of something else than the block above it.</summary>
    private static bool IsNamed(LessonParagraph paragraph) => RunInOf(paragraph.Lines[0]) is not null
        || (paragraph.Lines.Count > 1 && IsRunIn(paragraph.Lines[0]));

    /// <summary>A small table of words is read out; numbers are looked at.</summary>
    private static bool SpeaksForItself(LessonBlock block) =>
        block is LessonTable { Cells: <= MostCellsToHear, Header.Count: 2 } table && table.Rows.SelectMany(row => row.Skip(1))
            .All(cell => !cell.Any(char.IsDigit));

    private static bool IsAllNumbers(LessonTable table) =>
        table.Rows.All(row => row.All(cell => cell.Length == 0 || !cell.Any(char.IsLetter)));

    /// <summary>Items know the sentence that speaks of them by its place among all that are said.</summary>
    private static Diagram Shifted(Diagram diagram, int by) => by == 0 || diagram.Items.Count == 0
        ? diagram
        : diagram with { Items = [.. diagram.Items.Select(item => item.Sentence is { } at ? item with { Sentence = at + by } : item)] };

    /// <summary>A few words before a colon name what follows: "Equipment:".</summary>
    private string TitleOf(IReadOnlyList<LessonSentence> leadIn) =>
        leadIn.Count == 1 && leadIn[0].Text is [.., ':'] text && text.Split(' ').Length <= MostWordsOfATitle && char.IsUpper(text[0])
            && !Phrases.EndsInVerb(text)
            ? text.TrimEnd(':', ' ') : leadIn.Count > 1 && _runIns.Contains(leadIn[0]) ? RunIn(leadIn[0])! : Title;

    private static bool PointsAhead(string sentence) => sentence.EndsWith(':') || sentence.EndsWith('：') || Phrases.PointsAhead(sentence);

    /// <summary>A word or two that are no sentence: "Exercise.", "Your turn!".</summary>
    private static bool IsLabel(string sentence) => sentence.Split(' ').Length <= 2 && sentence[^1] is '.' or '!'
        && sentence.Count(char.IsLetter) > 3;

    /// <summary>The last sentence says that the block follows, or goes on in it.</summary>
    private static bool Leads(string sentence, LessonBlock block) => PointsAhead(sentence)
        || (block is LessonList && ListKinds.IsQuestion(sentence))
        || (block is LessonEquation or LessonList && (char.IsLetterOrDigit(sentence[^1]) || (block is LessonList && sentence[^1] == ')')));

    /// <summary>The sentence that leads to the block, or the paragraph before a block that says nothing itself.</summary>
    private List<LessonSentence> TakeLeadIn(LessonBlock block, bool leads)
    {
        if (_text.Count == 0 || (!leads && RunIn(_text[^1]) is not null) || (!leads && Phrases.IsRecap(_section.Heading))
            || (!leads && (block.Sentences.Count > 0 || SpeaksForItself(block))))
        {
            return [];
        }

        // A sentence that leans on the one before it takes that one along.
        var first = _text.Count - 1;
        while (first > 0 && (_runIns.Contains(_text[first - 1]) || (IsLabel(_text[first - 1].Text) && !_paragraphs.Contains(_text[first]))
            || (leads ? Phrases.LeansBack(_text[first].Text) : !_paragraphs.Contains(_text[first]))))
        {
            first--;
        }

        if (!leads && _text.Skip(first).Sum(Seconds) > _portions.Usual)
        {
            return [];
        }

        List<LessonSentence> leadIn = _text[first..];
        _text.RemoveRange(first, leadIn.Count);
        return leadIn;
    }

    /// <summary>The running text so far, in portions.</summary>
    private void Flush()
    {
        foreach (var said in _portions.Of(_text, _paragraphs))
        {
            var questions = _section.Role is SectionRole.Questions or SectionRole.Exercise;
            _drafts.Add(new SegmentDraft
            {
                Kind = SegmentKind.Concept,
                Title = RunIn(said[0]) ?? (_drafts.Count > 0 && _paragraphs.Contains(said[0]) ? OpeningOf(said[0].Text) : null)
                    ?? TitleWithoutHeadings(said) ?? Title,
                Section = _index,
                Group = _group++,
                Said = said,
                Diagram = questions ? _diagrams.Questions(said) : _diagrams.OfText(said),
            });
        }

        _text.Clear();
    }

    /// <summary>Bold words before a colon or a stop open a paragraph as a heading would: "**Evaporation:** The sun …". "Table 1:" is a
    /// caption.</summary>
    private string? RunIn(LessonSentence sentence) =>
        _isConversation ? null : _runIns.Contains(sentence) ? sentence.Text.TrimEnd('.', ':') : RunInOf(sentence);

    /// <summary>"**Watch out!** Do not …": bold words that are a sentence of their own.</summary>
    private static bool IsRunIn(LessonSentence sentence) => sentence is { Terms: [var term], Text: { Length: <= LongestRunIn } text }
        && text.TrimEnd('.', ':', '!', '?', ' ') is { Length: > 2 } name && term.TrimEnd('.', ':', '!', '?', ' ') == name;

    /// <summary>What a paragraph opens with says what it is about: "Common mistake: …", "What does it mean for revenue?".</summary>
    private string? OpeningOf(string sentence) => _isConversation || _section.Role != SectionRole.Text ? null
        : Label().Match(sentence) is { Success: true } label && !Phrases.EndsInVerb($"{label.Groups["label"].Value}:")
            ? label.Groups["label"].Value
        : sentence.Length <= LongestQuestion && sentence.IndexOf('¿') <= 0 && ListKinds.IsQuestion(sentence) ? sentence
        : Announced().IsMatch(sentence) ? sentence.TrimEnd('.') : null;

    /// <summary>Where a text of many paragraphs has no headings, the title of the lesson would stand over every scene. A scene of one whole
    /// paragraph may be called by its first sentence.</summary>
    private string? TitleWithoutHeadings(IReadOnlyList<LessonSentence> said) =>
        _drafts.Count > 0 && _lesson.Sections.Count == 1 && _section.Heading.Length == 0 && _section.Role == SectionRole.Text
        && !_isConversation && _section.Blocks.Count(block => block is LessonParagraph) >= FewestParagraphs
        && _openings.Of(said[0].Text, IsParagraph(said)) is { } opening
        && _drafts.TrueForAll(draft => draft.Title != opening) ? opening : null;

    private bool IsParagraph(IReadOnlyList<LessonSentence> said) =>
        said.Count > 1 && _paragraphs.Contains(said[0]) && !said.Skip(1).Any(_paragraphs.Contains);

    /// <summary>A name that speaks twice is no heading: "**Clerk:** Good morning."</summary>
    private static bool IsConversation(LessonSection section) => section.Blocks.OfType<LessonParagraph>()
        .SelectMany(paragraph => paragraph.Lines).Select(RunInOf).OfType<string>().GroupBy(name => name).Any(lines => lines.Count() > 1);

    private static string? RunInOf(LessonSentence sentence) =>
        sentence.Terms is [var term, ..] && term.TrimEnd(':', '.', ' ') is { Length: > 2 and <= LongestRunIn } name
        && sentence.Text.StartsWith(name, StringComparison.Ordinal) && sentence.Text.Length > name.Length + 1
        && sentence.Text[name.Length] is ':' or '.' && !char.IsAsciiDigit(name[^1])
            ? name : null;

    /// <summary>"First, money.", "Zweitens: das Heer."</summary>
    [GeneratedRegex(@"^(?:First(?:ly)?|Second(?:ly)?|Third(?:ly)?|Fourth(?:ly)?|Finally|Erstens|Zweitens|Drittens|Viertens|Schließlich"
        + @"|Premièrement|Deuxièmement|Troisièmement|Enfin|Primero|Segundo|Tercero|Por último|Primo|Secondo|Terzo|Infine|Primeiro|Terceiro)"
        + @"[,:]\s[^.,:;!?]{3,30}\.$")]
    private static partial Regex Announced();

    /// <summary>One to four words before a colon.</summary>
    [GeneratedRegex(@"^(?<label>\p{Lu}(?=[^:]{3})[\p{L}\p{N}]*(?:[ '’-][\p{L}\p{N}]+){0,3})\s?:\s\S")]
    private static partial Regex Label();

    private double Seconds(LessonSentence sentence) => _portions.Seconds(sentence);
}
