using SkiaSharp;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Tests.Storytelling;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class StoryStillsTests
{
    [Fact]
    public async Task DrawAsync_Story_WritesOneStillPerSegmentInTheVideosSize()
    {
        using var folder = new TemporaryImages();
        var story = await Lessons.PlanAsync("why-is-the-sky-blue.md", null);

        var files = await StoryStills.DrawAsync(story, Path.Combine(folder.Path, "new"), default);

        files.Select(Path.GetFileName).Should().Equal(story.Segments.Select(segment => $"{segment.Id}.png"));
        foreach (var file in files)
        {
            using var codec = SKCodec.Create(file);
            (codec.Info.Width, codec.Info.Height).Should().Be((1920, 1080));
        }
    }
}
