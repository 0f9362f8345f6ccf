using System.Buffers.Binary;
using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Tests.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class VectorIllustratorTests
{
    private readonly ServiceProvider _services = new ServiceCollection().AddOfflineIllustrator().BuildServiceProvider();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task IllustrateAsync_Segment_WritesLayersOfTheirSize(int index)
    {
        using var folder = new TemporaryImages();
        var request = new SceneRequest { Story = await Lessons.PlanAsync("why-is-the-sky-blue.md", 60), Index = index };

        var art = await _services.GetRequiredService<ISceneIllustrator>().IllustrateAsync(request, folder.Path, default);

        art.Layers.Should().HaveCountGreaterThan(3);
        foreach (var layer in art.Layers)
        {
            Size(folder.File(layer.File)).Should().Be((layer.Width, layer.Height), layer.File);
        }

        var ground = art.Layers[0];
        ground.X.Should().BeLessThanOrEqualTo(-60);
        ground.Y.Should().BeLessThanOrEqualTo(-60);
        (ground.X + ground.Width).Should().BeGreaterThanOrEqualTo(1920 + 60);
        (ground.Y + ground.Height).Should().BeGreaterThanOrEqualTo(1080 + 60);
        Directory.GetFiles(folder.Path).Should().HaveCount(art.Layers.Count);
    }

    [Fact]
    public async Task IllustrateAsync_SameRequestTwice_GivesTheSameBytes()
    {
        using var one = new TemporaryImages();
        using var other = new TemporaryImages();
        var request = new SceneRequest { Story = await Lessons.PlanAsync("why-is-the-sky-blue.md", 60), Index = 0 };

        var first = await new VectorIllustrator().IllustrateAsync(request, one.Path, default);
        var second = await new VectorIllustrator().IllustrateAsync(request, other.Path, default);

        second.Should().BeEquivalentTo(first, options => options.WithStrictOrdering());
        foreach (var layer in first.Layers)
        {
            (await File.ReadAllBytesAsync(other.File(layer.File))).Should().Equal(await File.ReadAllBytesAsync(one.File(layer.File)));
        }
    }

    [Theory]
    [InlineData(VideoSize.Wide)]
    [InlineData(VideoSize.Tall)]
    [InlineData(VideoSize.Square)]
    public async Task DrawAsync_Segment_WritesOnePictureInTheStorysSize(VideoSize size)
    {
        using var folder = new TemporaryImages();
        var request = new SceneRequest { Story = await Lessons.PlanAsync("how-vaccines-train-the-immune-system.md", 60, size), Index = 1 };

        await _services.GetRequiredService<IStillIllustrator>().DrawAsync(request, folder.File("still.png"), default);

        Size(folder.File("still.png")).Should().Be((size.Width(), size.Height()));
    }

    [Fact]
    public async Task IllustrateAsync_CancelledBefore_DrawsNothing()
    {
        using var folder = new TemporaryImages();
        var request = new SceneRequest { Story = await Lessons.PlanAsync("why-is-the-sky-blue.md", 60), Index = 0 };

        var draw = () => new VectorIllustrator().IllustrateAsync(request, folder.Path, new CancellationToken(canceled: true));

        await draw.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetFiles(folder.Path).Should().BeEmpty();
    }

    private static (int Width, int Height) Size(string png)
    {
        var head = File.ReadAllBytes(png).AsSpan(0, 24);
        return (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
    }
}
