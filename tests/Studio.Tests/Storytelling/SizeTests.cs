using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class SizeTests
{
    private const string Table = """
        | River | Continent | Length | Source | Mouth |
        |---|---|---|---|---|
        | Nile | Africa | 6,650 km | Lake Victoria | Mediterranean Sea |
        | Danube | Europe | 2,850 km | Black Forest | Black Sea |
        """;

    [Theory]
    [InlineData("", null, VideoSize.Wide)]
    [InlineData("size: 9:16", null, VideoSize.Tall)]
    [InlineData("size: \"1 : 1\"", null, VideoSize.Square)]
    [InlineData("size: 9:16", VideoSize.Square, VideoSize.Square)]
    public async Task PlanAsync_Size_IsTheOrdersElseTheLessonsElseWide(string wish, VideoSize? order, VideoSize expected)
    {
        var lesson = $"---\ntitle: Rivers\n{wish}\n---\nA river flows to the sea. It carries sand.";

        var story = await Lessons.PlanTextAsync(lesson, null, order);

        story.Size.Should().Be(expected);
        story.NotInVideo.Should().BeEmpty("a setting that is known is no part that is missing");
    }

    [Fact]
    public async Task PlanAsync_UnknownSize_IsRefusedWithTheNamesThereAre()
    {
        var plan = () => Lessons.PlanTextAsync("---\nsize: 4:3\n---\nA river flows to the sea.");

        await plan.Should().ThrowAsync<StorySourceException>().WithMessage("*'size: 4:3'*16:9, 9:16 or 1:1*");
    }

    [Theory]
    [InlineData(VideoSize.Wide, 1)]
    [InlineData(VideoSize.Tall, 2)]
    [InlineData(VideoSize.Square, 2)]
    public async Task PlanAsync_TableWiderThanThePicture_IsDividedAndLosesNothing(VideoSize size, int parts)
    {
        var story = await Lessons.PlanTextAsync($"# Rivers\n\nRivers are long.\n\n{Table}", null, size);

        var tables = story.Segments.Select(segment => segment.Diagram).OfType<Diagram>().Where(diagram => diagram.Kind == DiagramKind.Table)
            .ToList();
        tables.Should().HaveCount(parts)
            .And.OnlyContain(table => table.Items.Select(item => item.Label).SequenceEqual(new[] { "Nile", "Danube" }));
        tables.SelectMany(table => table.Columns.Skip(1)).Should().Equal("Continent", "Length", "Source", "Mouth");
    }

    [Theory]
    [InlineData("{\"title\":\"It\",\"segments\":[]}", VideoSize.Wide)]
    [InlineData("{\"title\":\"It\",\"size\":\"9:16\",\"segments\":[]}", VideoSize.Tall)]
    public void Deserialize_Story_HasItsSizeAndOneOfAnEarlierReleaseIsWide(string json, VideoSize expected) =>
        System.Text.Json.JsonSerializer.Deserialize<Story>(json)!.Size.Should().Be(expected);
}
