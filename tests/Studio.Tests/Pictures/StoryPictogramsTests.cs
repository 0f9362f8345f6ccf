using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Tests.Storytelling;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class StoryPictogramsTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task OfAsync_Lesson_TellsWhatTheDrawnScenesShow()
    {
        var story = await Lessons.PlanAsync("how-the-printing-press-changed-europe.md", 60);

        var planned = await StoryPictograms.OfAsync(story, CancellationToken.None);

        planned.Should().NotBeEmpty();
        planned.Values.SelectMany(shown => shown).Should().OnlyContain(shown => shown.For.Length > 0 && shown.Similarity > 0.5);
        foreach (var (segment, index) in story.Segments.Select((segment, index) => (segment, index)))
        {
            var folder = Directory.CreateDirectory(_room.File(segment.Id)).FullName;
            var scene = await new VectorIllustrator().IllustrateAsync(
                new SceneRequest { Story = story, Index = index }, folder, CancellationToken.None);
            scene.Pictograms.Should().Equal(planned.GetValueOrDefault(segment.Id) ?? []);
        }
    }
}
