using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Tests.Motion;

public sealed class CueTests
{
    private static readonly SpokenSegment Spoken = new()
    {
        SegmentId = "s01",
        Duration = 20,
        Sentences = [Sentence("Look at the sky today.", 1), Sentence("The water evaporates, and then the vapour condenses to clouds.", 6)],
    };

    [Theory]
    [InlineData("vapour condenses", 1, 12)]
    [InlineData("2 Evaporation", 1, 8)]
    [InlineData("The clouds", 1, 15)]
    [InlineData("Precipitation", 1, 7)]
    [InlineData("Sky", 0, 4)]
    public void Time_WordsOfTheLayer_IsTheirOnsetElseTheFraction(string words, int sentence, double expected)
    {
        var layer = new SceneLayer
        {
            File = "x.png",
            X = 0,
            Y = 0,
            Width = 1,
            Height = 1,
            Entrance = LayerEntrance.Rise,
            CueSentence = sentence,
            CueFraction = 0.1,
            CueWords = words,
        };

        Cue.Time(layer, Spoken, earliest: 0.1).Should().BeApproximately(expected, 0.1);
    }

    [Fact]
    public void On_LayersOfOneNumber_ShareTheWordsThatAreWrittenOnOne()
    {
        DrawnLayer[] layers =
        [
            Layer("title", Text("Water"), 0),
            Layer("step-1", Text("Evaporation"), 0.1),
            Layer("picture-1", new Sketch(), 0.2),
            Layer("picture-2", new Sketch(), 0.2),
        ];

        CueNames.On(layers).Select(layer => layer.CueWords).Should().Equal(null, "Evaporation", "Evaporation", null);
    }

    private static Sketch Text(string text) =>
        new Sketch().Text(Typesetter.Fit(text, FontStyle.SemiBold, 40, 20, 400, 1), 0, 0, "#000000", "#FFFFFF");

    private static DrawnLayer Layer(string name, Sketch sketch, double fraction) =>
        new() { Name = name, Sketch = sketch, Entrance = LayerEntrance.Rise, CueSentence = 1, CueFraction = fraction };

    /// <summary>A word a second.</summary>
    private static SpokenSentence Sentence(string text, double start)
    {
        var words = text.Split(' ');
        return new SpokenSentence(text, start, start + words.Length)
        {
            Words = [.. words.Select((word, i) => new WordTime(word, start + i, start + i + 0.9))],
        };
    }
}
