using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Tests;

public sealed class QuotingTests
{
    private static readonly VideoInput Order = new()
    {
        Session = new SessionKey("anna", "s1"),
        Source = "A lesson.",
        Settings = new PipelineSettings
        {
            MaxRevisions = 2,
            VideoRounds = 1,
            Prices = new PriceList
            {
                Estimates = new Dictionary<PieceKind, decimal>
                {
                    [PieceKind.Scene] = 0.04m,
                    [PieceKind.Narration] = 0.01m,
                    [PieceKind.Image] = 0.02m,
                    [PieceKind.Stitch] = 0.10m,
                },
                Charged = [PieceKind.Scene, PieceKind.Image],
            },
        },
    };

    [Fact]
    public void Of_AutomatedOrder_CountsAgent6OnlyAtMost()
    {
        var quote = Quoting.Of(Order, segments: 3);

        quote.Lines.Select(line => (line.Agent, line.Low, line.High, line.PaidHigh)).Should().Equal(
            (AgentName.Orchestrator, 0m, 0m, 0m),
            (AgentName.Agent2, 0m, 0.12m, 0.12m),
            (AgentName.Agent4, 0m, 0m, 0.03m),
            (AgentName.Agent5, 0m, 0m, 0.10m),
            (AgentName.Agent6, 0m, 0.06m, 0.16m));
        quote.Text.Should().Be("$0.00 to $0.18");
    }

    [Fact]
    public void Of_StitchingPaidForAgent6Alone_LeavesAgent5Free()
    {
        var prices = Order.Settings.Prices with { ChargedToAgent6 = [PieceKind.Stitch] };

        var quote = Quoting.Of(Order with { Settings = Order.Settings with { Prices = prices } }, segments: 3);

        quote.Lines.Where(line => line.Pieces.ContainsKey(PieceKind.Stitch)).Select(line => (line.Agent, line.High)).Should()
            .Equal((AgentName.Agent5, 0m), (AgentName.Agent6, 0.16m));
    }

    [Theory]
    [InlineData(true, 0.144)]
    [InlineData(false, 0.12)]
    public void Of_PicturesThatScenesKeepTo_AreCounted(bool stage, double expected)
    {
        var prices = Order.Settings.Prices with
        {
            Estimates = new Dictionary<PieceKind, decimal>(Order.Settings.Prices.Estimates) { [PieceKind.Reference] = 0.008m },
            Charged = [.. Order.Settings.Prices.Charged, PieceKind.Reference],
        };
        var settings = Order.Settings with { Prices = prices, MaxReferences = 3, Stages = new() { ReferenceImages = stage } };

        var quote = Quoting.Of(Order with { Settings = settings }, segments: 3);

        quote.Lines[1].High.Should().Be((decimal)expected);
        quote.Lines[1].Low.Should().Be(0, "a story may have nobody to be recognised");
        quote.Lines[1].Pieces.GetValueOrDefault(PieceKind.Reference).Should().Be(stage ? 3 : 0);
    }

    [Theory]
    [InlineData(2, false, true, 0.28, 0.10)]
    [InlineData(3, false, true, 0.36, 0.10)]
    [InlineData(1, false, true, 0.20, 0.10)]
    [InlineData(2, false, false, 0.20, 0.10)]
    [InlineData(2, true, true, 0.60, 0.10)]
    public void Of_VideoThatMayBePoor_CountsWhatIsMadeAgainAtMost(
        int rounds, bool interactive, bool scored, double scenes, double stitching)
    {
        var settings = Order.Settings with { VideoRounds = rounds, Quality = new() { Enabled = scored } };

        var quote = Quoting.Of(Order with { Settings = settings, Interactive = interactive }, segments: 5);

        quote.Lines.Select(line => line.Agent is AgentName.Agent2 or AgentName.Agent5 ? (line.Agent, line.PaidHigh) : default)
            .Where(line => line != default).Should()
            .Equal((AgentName.Agent2, (decimal)scenes), (AgentName.Agent5, (decimal)stitching));
    }

    [Fact]
    public void Of_InteractiveOrder_CountsTheRevisionsAtMost() =>
        Quoting.Of(Order with { Interactive = true }, segments: 3).Lines[1].Should()
            .Match<QuoteLine>(line => line.Low == 0m && line.High == 0.36m);

    [Theory]
    [InlineData(false, false, 0.04, 0.04)]
    [InlineData(false, true, 0.04, 0.36)]
    [InlineData(true, false, 0, 0.12)]
    public void Of_PlannedStory_CountsTheScenesThatCanBePainted(bool rewritten, bool interactive, double low, double high)
    {
        var story = Told with
        {
            Segments = [.. Told.Segments.Select(segment => segment.Id != "s02" ? segment
                : segment with { Diagram = new Diagram { Kind = DiagramKind.Table } })],
        };

        var quote = Quoting.Of(Order with { Interactive = interactive }, story, rewritten);

        quote.Lines[1].Should().Match<QuoteLine>(line => line.Low == (decimal)low && line.High == (decimal)high);
        quote.Lines[1].Pieces[PieceKind.Scene].Should().Be(3);
    }

    [Theory]
    [InlineData(true, false, null, false, 0.04, 0)]
    [InlineData(false, false, 2, false, 0, 0)]
    [InlineData(false, true, null, false, 0, 0.01)]
    [InlineData(false, true, null, true, 0, 0)]
    public void OfFork_TakesOfASegment_CostWhatIsMadeAnew(
        bool picture, bool narration, int? take, bool isHeardBefore, double drawn, double spoken)
    {
        var part = new ForkedSegment("s02", "Part 2", picture, narration, Clip: true) { Take = take, IsHeardBefore = isHeardBefore };

        var quote = Quoting.OfFork(Order, Told, [new ForkedSegment("s01", "Part 1", false, false, false), part]);

        (quote.Lines[1].PaidHigh, quote.Lines[2].PaidHigh).Should().Be(((decimal)drawn, (decimal)spoken));
    }

    private static Story Told => new()
    {
        Title = "Sky",
        Segments =
        [
            Segment("s01", SegmentKind.Hook),
            Segment("s02", SegmentKind.Concept),
            Segment("s03", SegmentKind.Conclusion),
        ],
    };

    private static Segment Segment(string id, SegmentKind kind) => new()
    {
        Id = id,
        Kind = kind,
        Title = id,
        Sentences = [new Sentence { Text = "It is so." }],
        Duration = 3,
        VisualGuidance = "A sky.",
    };
}
