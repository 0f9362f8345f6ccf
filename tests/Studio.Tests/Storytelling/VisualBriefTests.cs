using TemporalVideo.Studio.Storytelling.Planning;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class VisualBriefTests
{
    [Fact]
    public void Parse_WrittenBrief_GivesItBack()
    {
        var brief = new VisualBrief("A scene.", DiagramKind.Comparison, [new VisualItem("Left"), new VisualItem("Right"), new VisualItem("Price", "2.5 coins", "much")]);

        VisualBrief.Parse(brief.ToString()).Should().BeEquivalentTo(brief, options => options.WithStrictOrdering());
    }

    [Fact]
    public void Parse_GuidanceFromElsewhere_IsAScene() =>
        VisualBrief.Parse("A cat on a roof, watercolour.").Kind.Should().Be(DiagramKind.Scene);
}
