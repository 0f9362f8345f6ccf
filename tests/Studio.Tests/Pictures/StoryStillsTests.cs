using SkiaSharp;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Tests.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class StoryStillsTests
{
    [Theory]
    [InlineData(VideoSize.Wide)]
    [InlineData(VideoSize.Tall)]
    [InlineData(VideoSize.Square)]
    public async Task DrawAsync_Story_WritesOneStillPerSegmentInTheVideosSize(VideoSize size)
    {
        using var folder = new TemporaryImages();
        var story = await Lessons.PlanAsync("why-is-the-sky-blue.md", null, size);

        var files = await StoryStills.DrawAsync(story, Path.Combine(folder.Path, "new"), default);

        files.Select(Path.GetFileName).Should().Equal(story.Segments.Select(segment => $"{segment.Id}.png"));
        foreach (var file in files)
        {
            using var codec = SKCodec.Create(file);
            (codec.Info.Width, codec.Info.Height).Should().Be((size.Width(), size.Height()));
        }
    }
}
