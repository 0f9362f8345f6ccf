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
        var story = new Story
        {
            Title = "Cats",
            Segments = [new Segment { Id = "s01", Kind = SegmentKind.Hook, Title = "Cats", VisualGuidance = "", Duration = 10 }],
        };

        var warnings = LessonPlans.WarningsOf(story, wanted, new FliteVoice("slt", new FfmpegRunner()));

        warnings.Any(warning => warning.StartsWith("90 s were asked for, but what the lesson says fills 10 s.", StringComparison.Ordinal))
            .Should().Be(warned);
    }
}
