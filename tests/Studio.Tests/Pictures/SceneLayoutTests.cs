using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Tests.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class SceneLayoutTests
{
    private static readonly string Code =
        string.Join('\n', Enumerable.Range(1, 12)
        .Select(i => $"    if value_{i} != other[{i}] and {string.Join(" or ", Enumerable.Repeat("condition", 14))}:"));

    private static readonly PictogramChooser Chooser = PictogramChooser.For("en");

    private static readonly (string Diagram, int Items)[] Briefs =
    [
        ("", 0),
        (nameof(DiagramKind.Steps), 3),
        (nameof(DiagramKind.Steps), 6),
        (nameof(DiagramKind.Cycle), 3),
        (nameof(DiagramKind.Cycle), 4),
        (nameof(DiagramKind.Cycle), 6),
        (nameof(DiagramKind.Comparison), 4),
        (nameof(DiagramKind.Number), 1),
        (nameof(DiagramKind.Bars), 6),
        (nameof(DiagramKind.Bars), 8),
        (nameof(DiagramKind.LineChart), 8),
        (nameof(DiagramKind.PieChart), 7),
        (nameof(DiagramKind.Hierarchy), 5),
        (nameof(DiagramKind.Hierarchy), 14),
        (nameof(DiagramKind.BeforeAfter), 5),
        (nameof(DiagramKind.Code), 0),
        (nameof(DiagramKind.Formula), 0),
        (nameof(DiagramKind.Picture), 0),
        (nameof(DiagramKind.Timeline), 6),
        (nameof(DiagramKind.CauseEffect), 3),
        (nameof(DiagramKind.Relation), 1),
        (nameof(DiagramKind.Relation), 3),
        (nameof(DiagramKind.List), 3),
        (nameof(DiagramKind.List), 12),
        (nameof(DiagramKind.Questions), 5),
        (nameof(DiagramKind.Table), 10),
        (nameof(DiagramKind.Quotation), 1),
        (nameof(DiagramKind.Definition), 1),
        (nameof(DiagramKind.KeyPhrase), 1),
    ];

    [Theory]
    [MemberData(nameof(Lessons.FilesLengthsAndSizes), MemberType = typeof(Lessons))]
    public async Task Compose_Lesson_KeepsTextReadable(string file, int seconds, VideoSize size)
    {
        var story = await Lessons.PlanAsync(file, seconds, size);

        for (var i = 0; i < story.Segments.Count; i++)
        {
            var layers = CompositionChooser.Compose(new SceneContext(story, i, Chooser));
            RequireReadable(layers, size, $"{file} {story.Segments[i].Id}");
            var least = Canvas.LeastType * Math.Min(size.Width(), size.Height());
            foreach (var text in layers.SelectMany(layer => layer.Sketch.Texts))
            {
                text.Size.Should()
                    .BeGreaterThanOrEqualTo(least, "\"{0}\" is to be read on a telephone ({1})", text.Text, story.Segments[i].Id);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lessons.FilesLengthsAndSizes), MemberType = typeof(Lessons))]
    public async Task Compose_Lesson_MakesSoundLayers(string file, int seconds, VideoSize size)
    {
        var story = await Lessons.PlanAsync(file, seconds, size);

        for (var i = 0; i < story.Segments.Count; i++)
        {
            var context = new SceneContext(story, i, Chooser);
            var layers = CompositionChooser.Compose(context);
            layers.Should().HaveCountGreaterThan(2).And.HaveCountLessThan(24).And.OnlyHaveUniqueItems(layer => layer.Name);
            layers[0].Pixels.Contains(Canvas.Of(size).Bleed).Should().BeTrue();
            layers[0].Entrance.Should().Be(LayerEntrance.None);
            layers.Should().OnlyContain(layer =>
                layer.CueSentence >= 0 && layer.CueSentence < context.SentenceCount && layer.CueFraction >= 0 && layer.CueFraction <= 1);
        }
    }

    [Theory]
    [MemberData(nameof(Lessons.FilesLengthsAndSizes), MemberType = typeof(Lessons))]
    public async Task Compose_LessonInItsOtherLayouts_IsReadableAndLooksOtherwise(string file, int seconds, VideoSize size)
    {
        var story = await Lessons.PlanAsync(file, seconds, size);

        for (var i = 0; i < story.Segments.Count; i++)
        {
            var seen = new HashSet<string>();
            for (var layout = 0; layout < CompositionChooser.LayoutsOf(story, i); layout++)
            {
                var take = new PictureTake { Number = layout + 1, Layout = layout };
                IEnumerable<Segment> segments = story.Segments.Select((segment, at) => at == i ? segment with { Take = take } : segment);
                var context = new SceneContext(story with { Segments = [.. segments] }, i, PictogramChooser.For(story.Language));
                var layers = CompositionChooser.Compose(context);
                var name = $"{file} {story.Segments[i].Id} in layout {layout}";
                RequireReadable(layers, size, name);
                layers.Should().OnlyHaveUniqueItems(layer => layer.Name, name).And
                    .OnlyContain(layer => layer.CueSentence >= 0 && layer.CueSentence < context.SentenceCount, name);
                seen.Add(string.Join('|', layers.Select(layer => $"{layer.Name} {layer.Pixels}"))).Should()
                    .BeTrue("{0} is another one", name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(LongBriefs))]
    public void Compose_LongAndManyWords_KeepsTextReadable(string diagram, int items, VideoSize size)
    {
        const string Label = "Responsibilities of an extraordinarily long institutional denomination";
        DiagramKind? kind = diagram.Length > 0 ? Enum.Parse<DiagramKind>(diagram) : null;
        DiagramItem[] all = [.. Enumerable.Range(1, items).Select(i => kind switch
        {
            DiagramKind.Table => Item($"{Label} {i}", "−65 °C", "1,434", "text of a cell", "½", "12"),
            DiagramKind.Quotation or DiagramKind.Definition => Item($"{Label} {Label}", Label),
            DiagramKind.Comparison => Item($"{Label} {i}", $"{Label} one", $"{Label} two"),
            DiagramKind.Relation => Item($"{Label} {i}", i == 1 ? "is of extraordinary importance for" : "",
                $"{Label} one", $"{Label} two"),
            DiagramKind.Number => Item(Label, "123,456,789", "more than"),
            DiagramKind.Bars or DiagramKind.LineChart => Item($"{Label} {i}", $"{(i % 2 == 0 ? -1 : 1) * (1000 + i)}"),
            DiagramKind.PieChart => Item($"{Label} {i}", $"{100.0 / items}"),
            DiagramKind.Timeline => Item($"{Label} {i}", $"{i} September 1789"),
            DiagramKind.BeforeAfter => Item($"{Label} {i}", $"{Label} one", $"{Label} two"),
            DiagramKind.Hierarchy => Item($"{Label} {i}") with { Level = i == 1 ? 0 : 1 + (i % 2) },
            _ => Item($"{Label} {i}"),
        })];
        var segment = new Segment
        {
            Id = "s01",
            Kind = SegmentKind.Process,
            Title = $"{Label} and everything that follows from it for everyone",
            Sentences = [new Sentence { Text = "One sentence." }, new Sentence { Text = "Another sentence." }],
            KeyPoints = [.. Enumerable.Range(1, 4).Select(i => $"{Label} {i}")],
            VisualGuidance = "Scene.",
            Diagram = kind is { } known ? new Diagram { Kind = known, Items = all, Columns = ["", $"{Label} 1", $"{Label} 2"], Text = Code }
                : null,
            Duration = 10,
        };
        foreach (var role in Enum.GetValues<SegmentKind>())
        {
            var story = new Story { Title = segment.Title, Size = size, Segments = [segment with { Kind = role }] };
            RequireReadable(CompositionChooser.Compose(new SceneContext(story, 0, Chooser)), size, $"{diagram} {items} {role}");
        }
    }

    public static TheoryData<string, int, VideoSize> LongBriefs
    {
        get
        {
            TheoryData<string, int, VideoSize> briefs = [];
            foreach (var size in Enum.GetValues<VideoSize>())
            {
                foreach (var (diagram, items) in Briefs)
                {
                    briefs.Add(diagram, items, size);
                }
            }

            return briefs;
        }
    }

    [Theory]
    [MemberData(nameof(LongBriefs))]
    public void Compose_LanguageFromTheRight_ExchangesLeftAndRight(string diagram, int items, VideoSize size)
    {
        var segment = new Segment
        {
            Id = "s01",
            Kind = SegmentKind.Process,
            Title = "Words",
            Sentences = [new Sentence { Text = "One sentence." }],
            VisualGuidance = "Scene.",
            Diagram = diagram.Length == 0 ? null : new Diagram
            {
                Kind = Enum.Parse<DiagramKind>(diagram),
                Items = [.. Enumerable.Range(1, items).Select(i => Item($"Word {i}", $"{1000 + i}", "2"))],
                Columns = ["", "One", "Two"],
                Text = "x",
            },
            Duration = 10,
        };
        List<DrawnText> Texts(string language) =>
            [.. CompositionChooser.Compose(new SceneContext(
                new Story { Title = "Words", Language = language, Size = size, Segments = [segment] }, 0, Chooser))
                .SelectMany(layer => layer.Sketch.Texts)];

        var (left, right) = (Texts("en"), Texts("he"));

        var same = segment.Diagram?.Kind is DiagramKind.Code or DiagramKind.LineChart;
        right.Select(text => Math.Round(text.Extent.X)).Should()
            .Equal(left.Select(text => Math.Round(same ? text.Extent.X : size.Width() - text.Extent.Right)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Compose_ManyScenesThatNameAThing_AreNeverThreeInARowAlike(int points)
    {
        var names = new[] { "The heart", "The sun", "The moon", "A cow", "The ship", "Bread", "A key", "The book" };
        var story = new Story
        {
            Title = "Things",
            Segments = [.. names.Select((name, i) => new Segment
            {
                Id = $"s{i + 1:00}",
                Kind = SegmentKind.Concept,
                Title = name,
                Sentences = [new Sentence { Text = "One sentence of it." }, new Sentence { Text = "Another sentence of it." }],
                KeyPoints = [.. Enumerable.Range(1, points).Select(number => $"Point {number}")],
                VisualGuidance = "",
                Duration = 8,
            })],
        };

        var pictured = names.Select((_, i) => CompositionChooser.Compose(new SceneContext(story, i, Chooser)))
            .Select(layers => layers.Any(layer => layer.Name == "hero")).ToList();

        pictured.Should().Contain(true);
        Enumerable.Range(0, names.Length - 2).Should().OnlyContain(i => !pictured.Skip(i).Take(3).All(has => has));
    }

    [Theory]
    [InlineData(DiagramKind.Code)]
    [InlineData(DiagramKind.Quotation)]
    public void Compose_StandsWhileSentencesAreSpoken_MovesWithEach(DiagramKind kind)
    {
        var segment = new Segment
        {
            Id = "s01",
            Kind = SegmentKind.Concept,
            Title = "It",
            Sentences = [new Sentence { Text = "One sentence." }, new Sentence { Text = "Another sentence." }],
            VisualGuidance = "",
            Diagram = new Diagram { Kind = kind, Items = [Item("Words", "Somebody")], Text = "x = 1" },
            Duration = 8,
        };
        var story = new Story { Title = "It", Segments = [segment] };

        CompositionChooser.Compose(new SceneContext(story, 0, Chooser)).Should().Contain(layer => layer.Idle == LayerIdle.Step);
    }

    [Fact]
    public void Palettes_All_ReadOnTheirGrounds()
    {
        foreach (var palette in Palettes.All)
        {
            foreach (var ground in (string[])[palette.Deep, palette.Base, palette.Glow, palette.Cool, palette.Warm])
            {
                Colour.Contrast(Palette.White, ground).Should().BeGreaterThan(4.5, "white on {0} of {1}", ground, palette);
            }

            foreach (var ground in (string[])[palette.Paper, palette.PaperShade, palette.Accent, palette.Second, palette.Third])
            {
                Colour.Contrast(palette.Deep, ground).Should().BeGreaterThan(4.5, "{0} on {1}", palette.Deep, ground);
            }
        }
    }

    private static DiagramItem Item(string label, params string[] values) => new()
    {
        Label = label,
        Values = [.. values.Select(value => new DiagramValue(value, double.TryParse(value, out var number) ? number : null))],
    };

    private static void RequireReadable(IReadOnlyList<DrawnLayer> layers, VideoSize size, string where)
    {
        var safe = Canvas.Of(size).Safe;
        var texts = layers.SelectMany(layer => layer.Sketch.Texts).ToList();
        texts.Should().NotBeEmpty();
        foreach (var text in texts)
        {
            text.Text.Should().NotContain("…", "nothing that stands in a picture is cut ({0})", where);
            safe.Grow(8).Contains(text.Extent).Should()
                .BeTrue("\"{0}\" at {1} must stay in {2} ({3})", text.Text, text.Extent, safe, where);
            Colour.Contrast(text.Ink, text.Ground).Should()
                .BeGreaterThan(4.5, "\"{0}\" is {1} on {2} ({3})", text.Text, text.Ink, text.Ground, where);
            layers.Should().OnlyContain(layer => !layer.Sketch.Texts.Contains(text) || layer.Pixels.Contains(text.Extent));
        }

        for (var i = 0; i < texts.Count; i++)
        {
            for (var k = i + 1; k < texts.Count; k++)
            {
                texts[i].Extent.Overlaps(texts[k].Extent).Should()
                    .BeFalse("\"{0}\" {1} and \"{2}\" {3} must stand apart ({4})", texts[i].Text, texts[i].Extent, texts[k].Text,
                    texts[k].Extent, where);
            }
        }
    }
}
