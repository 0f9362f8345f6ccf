using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class BrandPlacementTests
{
    private static readonly Story Lamps = new()
    {
        Title = "Lamps",
        Segments =
        [
            Segment("s01", SegmentKind.Hook, "Why does the Lumo shine?"),
            Segment("s02", SegmentKind.Concept, "Ada builds a lamp."),
            Segment("s03", SegmentKind.Concept, "The Lumo has a filament, and Ada loves it."),
            Segment("s04", SegmentKind.Conclusion, "The Lumo shines because it is hot."),
        ],
    };

    [Fact]
    public void In_Product_IsShownInTheFirstFreeSceneThatSpeaksOfIt()
    {
        var (story, placement) = Place(_ => false, new BrandPicture("Lumo", "lumo.png", IsCharacter: false));

        story.Segments.Select(segment => segment.Diagram?.Picture).Should().Equal(null, null, "lumo.png", null);
        story.Segments[2].Diagram!.Caption.Should().Be("Lumo");
        placement.Notes.Should().Equal("s03 shows the picture of Lumo.");
        placement.References.Should().BeEmpty();
        story.Logo.Should().Be("logo.svg");
    }

    [Fact]
    public void In_NothingSpeaksOfIt_IsSaidAndTheStoryStays()
    {
        var (story, placement) = Place(_ => false, new BrandPicture("Lumo Max", "max.png", IsCharacter: false));

        story.Segments.Should().Equal(Lamps.Segments);
        placement.Notes.Single().Should().Contain("Lumo Max is not shown");
    }

    [Fact]
    public void In_CharacterOfPaintedScenes_GoesToTheirPainter()
    {
        var (story, placement) = Place(index => index is 1 or 3, new BrandPicture("Ada", "ada.png", IsCharacter: true));

        story.Segments.Should().Equal(Lamps.Segments);
        placement.References.Should().Equal(new LookPicture("brand1", "Ada", "ada.png", null));
        placement.Notes.Should().Equal("The painter of s02 is shown the picture of Ada.");
    }

    [Fact]
    public void In_CharacterWhereNothingIsPainted_IsShownAsAProductIs() =>
        Place(_ => false, new BrandPicture("Ada", "ada.png", IsCharacter: true)).Story.Segments[1].Diagram!.Picture.Should().Be("ada.png");

    [Fact]
    public void In_TwoPicturesOfOneScene_TakeNoPlaceFromEachOther()
    {
        var (story, placement) = Place(
            _ => false, new BrandPicture("Lumo", "lumo.png", IsCharacter: false), new BrandPicture("filament", "wire.png", false));

        story.Segments.Select(segment => segment.Diagram?.Picture).Should().Equal(null, null, "lumo.png", null);
        placement.Notes[1].Should().Contain("filament is not shown");
    }

    private static (Story Story, BrandPlacement Placement) Place(Func<int, bool> isPainted, params BrandPicture[] pictures)
    {
        var placement = new BrandPlacement(request => isPainted(request.Index));
        return (placement.In(Lamps, new BrandPictures { Logo = "logo.svg", Pictures = pictures }), placement);
    }

    private static Segment Segment(string id, SegmentKind kind, string text) => new()
    {
        Id = id,
        Kind = kind,
        Title = "Light",
        Duration = 5,
        VisualGuidance = "A room.",
        Sentences = [new Sentence { Text = text }],
    };
}
