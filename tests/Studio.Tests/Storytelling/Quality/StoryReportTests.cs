using TemporalVideo.Studio.Storytelling.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling.Quality;

/// <summary>Each check of a story finds what it is for: a story that is wrong in one way scores lower than the right one, and says
/// why.</summary>
public sealed class StoryReportTests
{
    private static readonly Story Right = new()
    {
        Title = "Tides",
        Segments =
        [
            Part("s01", "Tides", "The sea rises and falls twice a day."),
            Part("s02", "The moon", "The moon pulls the water of the sea.") with { Diagram = Bars("Moon", "1,434", 1434) },
            Part("s03", "The sun", "The sun pulls as well, but less."),
        ],
    };

    public static TheoryData<string, string> Wrong => new()
    {
        { "missing", "are not" },
        { "unheard", "captions" },
        { "number", "numbers of charts" },
        { "hurried", "before they are read" },
        { "repeated", "twice" },
        { "alike", "three scenes in a row" },
        { "dangling", "point to what" },
        { "leadin", "point to what" },
    };

    [Fact]
    public void Of_StoryWithoutFault_HasAllPoints() => StoryReport.Of(Right).Should().BeEquivalentTo(new StoryReport(100, []));

    [Fact]
    public void Of_ThreeScenesWithoutDiagram_IsNoFault() =>
        StoryReport.Of(Change(1, segment => segment with { Diagram = null })).Score.Should().Be(100, "their layouts take turns");

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Of_StoryWithOneFault_ScoresLowerAndSaysWhy(string fault, string remark)
    {
        var report = StoryReport.Of(With(fault));

        report.Score.Should().BeLessThan(100);
        report.Remarks.Should().ContainSingle().Which.Should().Contain(remark);
    }

    private static Story With(string fault) => fault switch
    {
        "missing" => Right with { NotInVideo = [new NotInVideo(9, "At half moon the tides are weak.", "no room")] },
        "unheard" =>
            Change(2, segment => segment with { Sentences = [new Sentence { Text = "Γνῶθι σεαυτόν, he said.", Spoken = "he said." }] }),
        "number" => Change(1, segment => segment with { Diagram = Bars("Moon", "1,434", 1.434) }),
        "hurried" => Change(1, segment => segment with { Duration = 0.5 }),
        "repeated" => Change(2, segment => segment with { KeyPoints = ["The sun"] }),
        "alike" => Right with { Segments = [.. Right.Segments.Select(segment => segment with { Diagram = Bars("Moon", "1,434", 1434) })] },
        "dangling" => Change(2, segment => segment with { Sentences = [new Sentence { Text = "The sun pulls as well, see Fig. 3." }] }),
        "leadin" => Change(2, segment => segment with { Sentences = [new Sentence { Text = "The word equation is:" }] }),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };

    private static Story Change(int at, Func<Segment, Segment> change) =>
        Right with { Segments = [.. Right.Segments.Select((segment, i) => i == at ? change(segment) : segment)] };

    private static Segment Part(string id, string title, string sentence) => new()
    {
        Id = id,
        Kind = SegmentKind.Concept,
        Title = title,
        Sentences = [new Sentence { Text = sentence }],
        VisualGuidance = "",
        Duration = 6,
    };

    private static Diagram Bars(string label, string text, double number) =>
        new()
        {
            Kind = DiagramKind.Bars,
            Columns = ["Body", "Distance"],
            Items = [new DiagramItem { Label = label, Values = [new DiagramValue(text, number)] }]
        };
}
