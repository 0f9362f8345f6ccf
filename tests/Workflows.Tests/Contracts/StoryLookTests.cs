using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Contracts;

public sealed class StoryLookTests
{
    [Theory]
    [InlineData("Moon", "The moon rises.", true)]
    [InlineData("Moon", "Two moons of Mars.", true)]
    [InlineData("Moon", "A moonlit bay.", false)]
    [InlineData("Doctor Anna", "Anna is a doctor.", true)]
    [InlineData("Doctor Anna", "The doctor waits.", false)]
    [InlineData("Fuchs", "Der Fuchs läuft.", true)]
    [InlineData("月", "満月が昇る。", true)]
    [InlineData("月", "太陽が昇る。", false)]
    [InlineData("C++ (logo)", "A screen of C++ with its logo.", true)]
    public void PicturesFor_Thing_IsTakenWhereItsNameIsSaid(string name, string picture, bool taken) =>
        Look(name).PicturesFor(Segment(picture)).Select(each => each.Id).Should().Equal(taken ? ["thing1", "style"] : ["style"]);

    [Fact]
    public void PromptOf_LookWithoutWords_IsThePictureAlone()
    {
        var story = new Story { Title = "Tides", Look = new StoryLook("", []), Segments = [Segment("A bay.")] };

        StoryLook.PromptOf(story, story.Segments[0]).Should().Be("A bay.");
    }

    private static StoryLook Look(string name) => new("Ink.", [$"{name}: silver"])
    {
        Pictures = [new LookPicture("style", "", "a", "Ink."), new LookPicture("thing1", name, "b", "Silver.")],
    };

    private static Segment Segment(string picture) => new()
    {
        Id = "s01",
        Kind = SegmentKind.Concept,
        Title = "Part",
        Duration = 5,
        VisualGuidance = picture,
    };
}
