using System.Text.RegularExpressions;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Says what the picture of a block is built around. What it cannot say without doubt it leaves to a plainer form.</summary>
/// <param name="language">Language of the lesson.</param>
/// <param name="folder">Folder of the lesson, for its pictures; null where it is not known.</param>
/// <param name="leftOut">Receives what cannot be shown.</param>
/// <param name="size">Size of the picture.</param>
internal sealed partial class DiagramWriter(string language, string? folder, List<LeftOut> leftOut, VideoSize size = VideoSize.Wide)
{
    private readonly PictureRoom _room = PictureRoom.Of(size);

    private const int MostItems = 6;
    private const int LongestName = 32;
    private const int LongestQuote = 420;
    private const double SecondsPerItem = 1.4;
    private const double SecondsPerCodeLine = 1.1;
    private const double SecondsOfAFormula = 4;
    private const double SecondsOfAPicture = 5;

    /// <summary>The pictures of a block; none when it is only said.</summary>
    /// <param name="block">The block.</param>
    /// <param name="section">Where it stands.</param>
    /// <param name="leadIn">The sentence before it; may be empty.</param>
    public IReadOnlyList<ShownPart> Of(LessonBlock block, LessonSection section, string leadIn = "") => block switch
    {
        LessonList list => OfList(list, section, leadIn),
        LessonTable table => new TableDiagrams(language, _room, leftOut).Of(table),
        LessonEquation equation => [Formula(equation)],
        LessonCode code => OfCode(code),
        LessonQuote quote => OfQuote(quote),
        LessonDefinition definition => OfDefinition(definition),
        LessonPicture picture => OfPicture(picture),
        _ => [],
    };

    /// <summary>The diagram of running text: a number that the lesson prints in bold; else none.</summary>
    public Diagram? OfText(IReadOnlyList<LessonSentence> said)
    {
        var candidates = said.SelectMany((sentence, at) => sentence.Terms.Select(term => (At: at, Match: BoldNumber().Match(term))));
        foreach (var (at, match) in candidates)
        {
            if (match.Success && !said[at].Text.Contains($"–{match.Value}", StringComparison.Ordinal))
            {
                var qualifier = match.Groups["qualifier"].Success ? match.Groups["qualifier"].Value.Trim()
                    : QualifierBefore(said[at].Text, match.Value);
                string[] values = qualifier.Length > 0 ? [match.Groups["number"].Value, qualifier] : [match.Groups["number"].Value];
                return new Diagram
                {
                    Kind = DiagramKind.Number,
                    Items = [Item(match.Groups["unit"].Value.Trim().TrimEnd('.', ','), at, values)]
                };
            }
        }

        return null;
    }

    /// <summary>What limits a number and stands before the bold print: "about **17,000 people**".</summary>
    private static string QualifierBefore(string sentence, string number)
    {
        var at = sentence.IndexOf(number, StringComparison.Ordinal);
        return at > 0 && QualifierAtEnd().Match(sentence[..at]) is { Success: true } match ? match.Groups["qualifier"].Value : "";
    }

    /// <summary>Questions to think about: none of them is answered by the picture.</summary>
    public Diagram? Questions(IReadOnlyList<LessonSentence> said)
    {
        List<DiagramItem> asked = [.. said.Select((sentence, i) => Item(sentence.Text, i)).Where(item => ListKinds.IsQuestion(item.Label))];
        return asked.Count is 0 or > MostItems ? null : new Diagram { Kind = DiagramKind.Questions, Items = asked };
    }

    private IReadOnlyList<ShownPart> OfList(LessonList list, LessonSection section, string leadIn)
    {
        if (Phrases.IsRecap(section.Heading) && list.Items.Count <= 4 && list.Items.All(item => item.Level == 0))
        {
            // The closing scene shows its sentences by itself.
            return [];
        }

        var kind = ListKinds.Of(list, section, leadIn, language);
        if (kind == DiagramKind.List && IsTree(list))
        {
            return [Tree(list)];
        }

        var parts = new List<ShownPart>();
        foreach (var items in ListPortions.Of(list.Items, kind == DiagramKind.List ? MostItems + 1 : MostItems, _room))
        {
            List<LessonSentence> said = [];
            List<DiagramItem> shown = [];
            foreach (var item in items)
            {
                shown.Add(ItemOf(item, kind, said.Count));
                said.AddRange(item.Lines);
            }

            var steps = kind is DiagramKind.Steps or DiagramKind.Cycle;
            parts.Add(new ShownPart(steps ? SegmentKind.Process : SegmentKind.Concept, new Diagram { Kind = kind, Items = shown }, said,
                items.Count * SecondsPerItem));
        }

        return parts;
    }

    /// <summary>Names with parts of their own, level by level: no sentences, and each at most one level deeper than the one
    /// before.</summary>
    private bool IsTree(LessonList list) =>
        !list.IsNumbered && list.Items.Count >= 4 && list.Items.Count <= _room.TreeItems && list.Items.Max(item => item.Level) is 1 or 2
        && list.Items.All(item => item.Lines is [{ Text.Length: <= LongestName } line] && !line.Text.EndsWith('.'))
        && list.Items.Count(item => item.Level == 0) <= 4
        && list.Items.Zip(list.Items.Skip(1)).All(pair => pair.First.Level > 0 || pair.Second.Level > 0);

    private static ShownPart Tree(LessonList list) => new(
        SegmentKind.Concept,
        new Diagram { Kind = DiagramKind.Hierarchy, Items = [.. list.Items.Select((item, i) => ItemOf(item, DiagramKind.Hierarchy, i))] },
        list.Sentences,
        list.Items.Count * SecondsPerItem);

    private static DiagramItem ItemOf(LessonItem item, DiagramKind kind, int sentence)
    {
        if (kind == DiagramKind.Timeline)
        {
            var (date, text) = Dates.Split(item.Lines[0].Text);
            return Item(KeyPoints.Label(text), sentence, date);
        }

        var label = kind is DiagramKind.Steps or DiagramKind.Cycle
            && item.Lines[0].Terms is [{ Length: > 2 } term, ..] ? KeyPoints.Label(term)
            : kind is DiagramKind.List or DiagramKind.Hierarchy ? AsWritten(ItemWords.Of(item)) : KeyPoints.Label(item.Lines[0].Text);
        return Item(kind == DiagramKind.Questions ? item.Lines[0].Text : label, sentence) with
        {
            Level = item.Level,
            Mark = kind is DiagramKind.List or DiagramKind.Questions ? item.Mark : null,
        };
    }

    /// <summary>A name keeps its small letter: "dict" is no "Dict", "helfen" no "Helfen".</summary>
    private static string AsWritten(string text) =>
        text.Trim().TrimEnd(KeyPoints.Ends) is { Length: > 0 } trimmed ? trimmed : text;

    private static ShownPart Formula(LessonEquation equation) => new(
        SegmentKind.Concept, new Diagram { Kind = DiagramKind.Formula, Text = equation.Latex, Caption = null }, equation.Sentences,
            SecondsOfAFormula);

    /// <summary>Code as it stands, long code over several pictures, cut where it has an empty line.</summary>
    private IReadOnlyList<ShownPart> OfCode(LessonCode code)
    {
        List<string> lines = [.. code.Text.Split('\n').Select(line => line.TrimEnd())];
        List<ShownPart> parts = [];
        while (lines.Count > 0)
        {
            var take = Math.Min(lines.Count, _room.CodeLines);
            if (take < lines.Count && lines.FindLastIndex(take - 1, take - (_room.CodeLines / 2), line =>
                line.Length == 0) is > 0 and var empty)
            {
                take = empty + 1;
            }

            var shown = string.Join('\n', lines.Take(take)).Trim('\n');
            lines = [.. lines.Skip(take).SkipWhile(line => line.Length == 0)];
            parts.Add(new ShownPart(
                SegmentKind.Concept, new Diagram { Kind = DiagramKind.Code, Text = shown, CodeLanguage = code.Language }, [],
                    take * SecondsPerCodeLine));
        }

        return parts;
    }

    private static IReadOnlyList<ShownPart> OfQuote(LessonQuote quote)
    {
        var text = quote.Verses.Count > 0 ? string.Join('\n', quote.Verses) : string.Join(' ', quote.Lines.Select(line => line.Text));
        return text.Length > LongestQuote
            ? []
            : [new ShownPart(SegmentKind.Concept,
                new Diagram { Kind = DiagramKind.Quotation, Items = [Item(text, 0, quote.By is null ? [] : [quote.By])] }, quote.Lines, 0)];
    }

    private static IReadOnlyList<ShownPart> OfDefinition(LessonDefinition definition)
    {
        var meaning = string.Join(' ', definition.Lines.Select(line => line.Text));
        List<LessonSentence> said = [.. definition.Lines];
        said[0] = said[0] with { Text = $"{definition.Term}: {said[0].Text}" };
        return [new ShownPart(SegmentKind.Concept,
            new Diagram { Kind = DiagramKind.Definition, Items = [Item(definition.Term, 0, meaning)] }, said, 0)];
    }

    private IReadOnlyList<ShownPart> OfPicture(LessonPicture picture)
    {
        var (file, because) = PictureFile.Find(folder, picture.File);
        if (file is null)
        {
            leftOut.Add(new LeftOut(picture.Line, picture.Excerpt, because));
            return [];
        }

        if (!OwnPicture.CanRead(file, out var fault))
        {
            leftOut.Add(new LeftOut(picture.Line, picture.Excerpt, fault));
            return [];
        }

        List<LessonSentence> said = picture.Caption.Length > 0 ? BlockReader.Sentences(picture.Caption, picture.Line, language) : [];
        return
        [
            new ShownPart(
                SegmentKind.Concept,
                new Diagram { Kind = DiagramKind.Picture, Picture = file, Caption = picture.Caption.Length > 0 ? picture.Caption : null },
                said,
                SecondsOfAPicture),
        ];
    }

    private static DiagramItem Item(string label, int? sentence, params string[] values) =>
        new() { Label = label, Sentence = sentence, Values = [.. values.Select(value => new DiagramValue(value))] };

    [GeneratedRegex(
        @"\b(?<qualifier>over|more than|almost|nearly|about|around|roughly|approximately|up to|less than|fewer than|at least|only|etwa"
            + @"|rund|fast|über|mehr als|weniger als|bis zu|mindestens|plus de|moins de|environ|presque|más de|menos de|casi|unos|più di"
            + @"|meno di|circa|quasi|mais de|cerca de)\s+$",
        RegexOptions.IgnoreCase)]
    private static partial Regex QualifierAtEnd();

    [GeneratedRegex(@"^(?<qualifier>(?:over|more than|almost|nearly|about|around|up to|less than|at least|only|etwa|rund|fast|über"
        + @"|mehr als|bis zu|mindestens|plus de|environ|presque|más de|casi|unos|più di|circa|quasi|mais de"
        + @"|cerca de)\s+)?(?<number>\d[\d.,]*(?:\s+(?:thousand|million|billion|trillion|Tausend|Millionen"
        + @"|Milliarden))?)\s+(?<unit>\p{L}[\p{L} ]{1,28}|%)$", RegexOptions.IgnoreCase)]
    private static partial Regex BoldNumber();
}
