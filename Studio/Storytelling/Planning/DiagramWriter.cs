using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Says what the picture of a block is built around. What it cannot say without doubt it leaves to a plainer form.</summary>
/// <param name="language">Language of the lesson.</param>
/// <param name="folder">Folder of the lesson, for its pictures; null where it is not known.</param>
/// <param name="leftOut">Receives what cannot be shown.</param>
internal sealed partial class DiagramWriter(string language, string? folder, List<LeftOut> leftOut)
{
    private const int MostItems = 6;
    private const int MostCodeLines = 18;
    private const double SecondsPerItem = 1.4;
    private const double SecondsPerCodeLine = 1.1;
    private const double SecondsOfAFormula = 4;
    private const double SecondsOfAPicture = 5;

    /// <summary>The pictures of a block; none when it is only said.</summary>
    public IReadOnlyList<ShownPart> Of(LessonBlock block, LessonSection section) => block switch
    {
        LessonList list => OfList(list, section),
        LessonTable table => new TableDiagrams(language, leftOut).Of(table),
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
                string[] values = match.Groups["qualifier"].Success
                    ? [match.Groups["number"].Value, match.Groups["qualifier"].Value.Trim()]
                    : [match.Groups["number"].Value];
                return new Diagram { Kind = DiagramKind.Number, Items = [Item(match.Groups["unit"].Value.Trim().TrimEnd('.', ','), at, values)] };
            }
        }

        return null;
    }

    /// <summary>Questions to think about: none of them is answered by the picture.</summary>
    public Diagram? Questions(IReadOnlyList<LessonSentence> said) => said.Count > MostItems
        ? null
        : new Diagram { Kind = DiagramKind.Questions, Items = [.. said.Select((sentence, i) => Item(sentence.Text, i))] };

    private IReadOnlyList<ShownPart> OfList(LessonList list, LessonSection section)
    {
        if (Phrases.IsRecap(section.Heading) && list.Items.Count <= 4 && list.Items.All(item => item.Level == 0))
        {
            // The closing scene shows its sentences by itself.
            return [];
        }

        var kind = KindOf(list, section);
        var parts = new List<ShownPart>();
        foreach (var items in Portions(list.Items, kind))
        {
            List<LessonSentence> said = [];
            List<DiagramItem> shown = [];
            foreach (var item in items)
            {
                shown.Add(ItemOf(item, kind, said.Count));
                said.AddRange(item.Lines);
            }

            var steps = kind is DiagramKind.Steps or DiagramKind.Cycle;
            parts.Add(new ShownPart(steps ? SegmentKind.Process : SegmentKind.Concept, new Diagram { Kind = kind, Items = shown }, said, items.Count * SecondsPerItem));
        }

        return parts;
    }

    private static DiagramKind KindOf(LessonList list, LessonSection section)
    {
        var flat = list.Items.All(item => item.Level == 0);
        if (list.Items.All(item => item.Lines[^1].Text.EndsWith('?')) || section.Role == SectionRole.Questions)
        {
            return DiagramKind.Questions;
        }

        if (flat && list.Items.Count >= 2 && list.Items.All(item => Dates.Begins(item.Lines[0].Text)))
        {
            return DiagramKind.Timeline;
        }

        if (list.IsNumbered && flat && list.Items.Count is >= 2 and <= MostItems && !Phrases.NamesKinds(section.Heading))
        {
            return list.Items.Count >= 3 && Phrases.SpeaksOfCycle(section.Heading) ? DiagramKind.Cycle : DiagramKind.Steps;
        }

        return DiagramKind.List;
    }

    private static DiagramItem ItemOf(LessonItem item, DiagramKind kind, int sentence)
    {
        if (kind == DiagramKind.Timeline)
        {
            var (date, text) = Dates.Split(item.Lines[0].Text);
            return Item(KeyPoints.Label(text), sentence, date);
        }

        var label = kind is DiagramKind.Steps or DiagramKind.Cycle ? KeyPoints.ItemLabel(item.Lines[0]) : KeyPoints.Label(item.Lines[0].Text);
        return Item(kind == DiagramKind.Questions ? item.Lines[0].Text : label, sentence) with { Level = item.Level };
    }

    /// <summary>At most so many items a picture, as evenly as it goes, cut before items of the outermost level where there is one.</summary>
    private static IEnumerable<IReadOnlyList<LessonItem>> Portions(IReadOnlyList<LessonItem> items, DiagramKind kind)
    {
        var most = kind == DiagramKind.List ? MostItems + 1 : MostItems;
        var count = (items.Count + most - 1) / most;
        var size = (items.Count + count - 1) / count;
        List<LessonItem> portion = [];
        foreach (var item in items)
        {
            if (count > 1 && (portion.Count >= size || (portion.Count >= size - 1 && item.Level == 0 && items.Any(each => each.Level > 0))))
            {
                yield return portion;
                portion = [];
            }

            portion.Add(item);
        }

        yield return portion;
    }

    private static ShownPart Formula(LessonEquation equation) => new(
        SegmentKind.Concept, new Diagram { Kind = DiagramKind.Formula, Text = equation.Latex, Caption = null }, equation.Sentences, SecondsOfAFormula);

    private IReadOnlyList<ShownPart> OfCode(LessonCode code)
    {
        leftOut.Add(new LeftOut(code.Line, code.Excerpt, "no composition draws code yet: what is said about it is"));
        var shown = code.Text.Split('\n').Take(MostCodeLines).ToList();
        return
        [
            new ShownPart(
                SegmentKind.Concept,
                new Diagram { Kind = DiagramKind.Code, Text = string.Join('\n', shown), CodeLanguage = code.Language },
                [],
                shown.Count * SecondsPerCodeLine),
        ];
    }

    private static IReadOnlyList<ShownPart> OfQuote(LessonQuote quote)
    {
        var text = string.Join(' ', quote.Lines.Select(line => line.Text));
        return text.Length > 260
            ? []
            : [new ShownPart(SegmentKind.Concept, new Diagram { Kind = DiagramKind.Quotation, Items = [Item(text, 0, quote.By is null ? [] : [quote.By])] }, quote.Lines, 0)];
    }

    private static IReadOnlyList<ShownPart> OfDefinition(LessonDefinition definition)
    {
        var meaning = string.Join(' ', definition.Lines.Select(line => line.Text));
        List<LessonSentence> said = [.. definition.Lines];
        said[0] = said[0] with { Text = $"{definition.Term}: {said[0].Text}" };
        return [new ShownPart(SegmentKind.Concept, new Diagram { Kind = DiagramKind.Definition, Items = [Item(definition.Term, 0, meaning)] }, said, 0)];
    }

    private IReadOnlyList<ShownPart> OfPicture(LessonPicture picture)
    {
        var (file, because) = PictureFile.Find(folder, picture.File);
        if (file is null)
        {
            leftOut.Add(new LeftOut(picture.Line, picture.Excerpt, because));
            return [];
        }

        leftOut.Add(new LeftOut(picture.Line, picture.Excerpt, "no composition draws a lesson's own pictures yet: its caption is said"));
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

    [GeneratedRegex(@"^(?<qualifier>(?:over|more than|almost|nearly|about|around|up to|less than|at least|only|etwa|rund|fast|über|mehr als|bis zu|mindestens|plus de|environ|presque|más de|casi|unos|più di|circa|quasi|mais de|cerca de)\s+)?(?<number>\d[\d.,]*(?:\s+(?:thousand|million|billion|trillion|Tausend|Millionen|Milliarden))?)\s+(?<unit>\p{L}[\p{L} ]{1,28}|%)$", RegexOptions.IgnoreCase)]
    private static partial Regex BoldNumber();
}
