using System.CommandLine;
using TemporalVideo.Starter.Sessions;

namespace TemporalVideo.Starter.Tests.Sessions;

public sealed class StoryChangeOptionsTests
{
    [Theory]
    [InlineData("""[{"change": "text", "segment": "s02"}]""", "[0].segment is not known: expected change, segmentId, ")]
    [InlineData("""[{"change": "take", "segmentId": "s02"}, {"change": "split", "att": 2}]""", "[1].att is not known: expected change, ")]
    [InlineData("""[{"change": "explode"}]""", "$[0].change")]
    public async Task Read_FileThatCannotBeUsed_SaysWhatAndWhere(string json, string words)
    {
        var read = () => ReadAsync(json);

        (await read.Should().ThrowAsync<StarterException>()).Which.Message.Should().StartWith("--changes ").And.Contain(words);
    }

    [Fact]
    public async Task Read_FileOfChanges_IsReadInOrder() =>
        (await ReadAsync("""[{"change": "delete", "segmentId": "s02"}, {"change": "move", "SegmentId": "s03", "after": "s01"}]"""))
            .Select(change => $"{change.Change} {change.SegmentId} {change.After}").Should().Equal("Delete s02 ", "Move s03 s01");

    private static async Task<IReadOnlyList<Workflows.Contracts.StoryChange>> ReadAsync(string json)
    {
        var folder = Directory.CreateTempSubdirectory("changes-");
        try
        {
            var file = Path.Combine(folder.FullName, "changes.json");
            await File.WriteAllTextAsync(file, json);
            var command = new Command("edit");
            StoryChangeOptions.AddTo(command);
            return await StoryChangeOptions.ReadAsync(command.Parse(["--changes", file]), CancellationToken.None);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
