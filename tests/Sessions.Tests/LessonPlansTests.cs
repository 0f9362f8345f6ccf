using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Tests;

public sealed class LessonPlansTests
{
    [Theory]
    [InlineData(90.0, true)]
    [InlineData(12.0, false)]
    [InlineData(null, false)]
    public void WarningsOf_StoryOfTenSeconds_SayWhenFarMoreWasWanted(double? wanted, bool warned)
    {
        var warnings = LessonPlans.WarningsOf(Cats, wanted, new FliteVoice("slt", new FfmpegRunner()));

        warnings.Any(warning => warning.StartsWith("90 s were asked for, but what the lesson says fills 10 s.", StringComparison.Ordinal))
            .Should().Be(warned);
    }

    [Fact]
    public void WarningsOf_SectionsThatHaveNoRoom_DoNotAskForMoreText()
    {
        var story = Cats with { NotInVideo = [new NotInVideo(7, "Dogs", "no room in 15 seconds") { AsWished = true }] };

        LessonPlans.WarningsOf(story, 15, new FliteVoice("slt", new FfmpegRunner())).Should()
            .Contain("15 s were asked for, but what has room of it fills 10 s. Silence is not added: no section is cut in two. "
                + "Ask for a little more, and the next one fits.");
    }

    private static Story Cats { get; } = new()
    {
        Title = "Cats",
        Segments = [new Segment { Id = "s01", Kind = SegmentKind.Hook, Title = "Cats", VisualGuidance = "", Duration = 10 }],
    };
}
