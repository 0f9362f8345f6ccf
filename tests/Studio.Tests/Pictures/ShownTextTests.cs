using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Pictures;

/// <summary>Which texts a scene of sentences shows, and that something comes with each of them.</summary>
public sealed class ShownTextTests
{
    private static readonly string[] Sea =
        ["About 8 million tonnes of plastic end up in the sea every year.", "Rivers carry most of it.", "Turtles take bags for jellyfish."];

    [Fact]
    public void Points_SomeOfTheSentences_AreShownWithTheOthers() =>
        StatementComposition.Points(Context(Told(Sea) with { KeyPoints = ["Rivers carry most", "Turtles take bags for jellyfish"] }))
            .Should().Equal(
                ("About 8 million tonnes of plastic end up in the sea every year", 0), ("Rivers carry most of it", 1),
                ("Turtles take bags for jellyfish", 2));

    [Fact]
    public void Points_PhrasesThatTheLessonHasMarked_AreShownAsTheyAre() =>
        StatementComposition.Points(Context(Told(Sea) with { KeyPoints = ["8 million tonnes", "bags for jellyfish"] }))
            .Select(point => point.Text).Should().Equal("8 million tonnes", "bags for jellyfish");

    [Fact]
    public void Number_AloneAmongSentences_HasATextForEach()
    {
        var layers = NumberComposition.Compose(Context(Told(Sea) with { Diagram = Number("million tonnes of plastic", "8") }));

        layers.Where(layer => layer.Name.StartsWith("told", StringComparison.Ordinal)).Select(layer => layer.CueSentence)
            .Should().Equal(0, 1, 2);
    }

    [Fact]
    public void Number_BesideAPicture_DrawsNearerWithEachSentence()
    {
        var layers = NumberComposition.Compose(Context(Told(Sea) with { Diagram = Number("percent of plastic", "97") }));

        layers.Should().Contain(layer => layer.Name == "ring" && layer.Idle == LayerIdle.Step);
    }

    [Theory]
    [InlineData("The force gets smaller:", "F = W/n", "where n is the number of ropes.", 1)]
    [InlineData("The force gets smaller:", "F = W/n", null, 1)]
    [InlineData("F = W/n", "where n is the number of ropes.", null, 0)]
    public void Formula_WithWordsAroundIt_EntersWithItsSentence(string first, string second, string? third, int at)
    {
        var segment = Told([.. new[] { first, second, third }.OfType<string>()]);

        var layers = FormulaComposition.Compose(
            Context(segment with { Diagram = new Diagram { Kind = DiagramKind.Formula, Text = @"F = \frac{W}{n}" } }));

        layers.Single(layer => layer.Name == "formula").CueSentence.Should().Be(at);
    }

    private static SceneContext Context(Segment segment) =>
        new(new Story { Title = "Plastic", Segments = [segment] }, 0, PictogramChooser.For("en"));

    private static Diagram Number(string label, string amount) => new()
    {
        Kind = DiagramKind.Number,
        Items = [new DiagramItem { Label = label, Values = [new DiagramValue(amount, double.Parse(amount))], Sentence = 0 }],
    };

    private static Segment Told(params string[] sentences) => new()
    {
        Id = "s01",
        Kind = SegmentKind.Concept,
        Title = "In the sea",
        Sentences = [.. sentences.Select(sentence => new Sentence { Text = sentence })],
        VisualGuidance = "",
        Duration = 10,
    };
}
