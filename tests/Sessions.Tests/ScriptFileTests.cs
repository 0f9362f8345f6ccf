using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Tests;

public sealed class ScriptFileTests
{
    private const string Version = "plan:1a2b";

    private static readonly Story Cheese = new()
    {
        Title = "Making cheese",
        Segments = [Segment("s01", "Milk", "Cheese is milk.", "It keeps."), Segment("s02", "Rennet", "Rennet curdles milk.")],
    };

    [Fact]
    public void Edits_ScriptAsWritten_AreNone() =>
        ScriptFile.Edits(ScriptFile.Write(Cheese, Version), Cheese, Version).Should().BeEmpty();

    [Fact]
    public void Edits_TitleSentenceAndSegmentChanged_AreExactlyThose()
    {
        var script = ScriptFile.Write(Cheese, Version).Replace("It keeps.", "It keeps long.\nAnd it travels.");
        var retitled = script.Replace("s02 Rennet", "s02 What rennet does");
        var without = script[..script.IndexOf("## s02", StringComparison.Ordinal)];

        ScriptFile.Edits(retitled, Cheese, Version).Should().BeEquivalentTo(
        [
            new SegmentEdit("s01") { Sentences = ["Cheese is milk.", "It keeps long.", "And it travels."] },
            new SegmentEdit("s02") { Title = "What rennet does" },
        ]);
        ScriptFile.Edits(without, Cheese, Version).Should().ContainEquivalentOf(new SegmentEdit("s02") { Sentences = [] });
    }

    [Theory]
    [InlineData("version plan:1a2b", "version plan:9", "has changed since")]
    [InlineData("<!--", "", "first lines")]
    [InlineData("## s02", "## s07", "Line 10: there is no segment 's07'")]
    [InlineData("## s02", "## s01", "Line 10: there is no segment 's01' in this story, or it stands there twice")]
    [InlineData("## s02 Rennet", "## Rennet", "Line 10: a heading names its segment")]
    [InlineData("Rennet curdles milk.", "", "Nothing is said in segment s02")]
    public void Edits_NoScriptOfThisStory_SayWhereAndWhatToDo(string from, string to, string message) =>
        FluentActions.Invoking(() => ScriptFile.Edits(ScriptFile.Write(Cheese, Version).Replace(from, to), Cheese, Version))
            .Should().Throw<FormatException>().WithMessage($"*{message}*");

    private static Segment Segment(string id, string title, params string[] sentences) => new()
    {
        Id = id,
        Kind = SegmentKind.Concept,
        Title = title,
        Sentences = [.. sentences.Select(text => new Sentence { Text = text })],
        VisualGuidance = "",
        Duration = 5,
    };
}
