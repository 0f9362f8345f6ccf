using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Beats;

namespace TemporalVideo.Starter.Tests.Configuration;

public sealed class StoryRoomFilesTests : IDisposable
{
    private readonly ConfiguredFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RepositorysFiles_HaveBeatsArchetypesAndFrameworks()
    {
        var beats = Read().Beats;

        beats.Beats.Should().HaveCount(15).And.OnlyContain(beat => beat.For.Length > 0 && beat.MostSeconds >= beat.LeastSeconds);
        beats.Archetypes.Keys.Should().BeEquivalentTo("explainer", "problem_solution", "journey", "myth_buster", "how_to");
        beats.Frameworks.Keys.Should().BeEquivalentTo("AIDA", "PAS", "FAB");
        foreach (var ordering in beats.Archetypes.Values.Concat(beats.Frameworks.Values))
        {
            ordering.Stages.SelectMany(stage => stage.Beats).Should().BeEquivalentTo(beats.Beats.Select(beat => beat.Name),
                "each order has a place for each beat");
        }
    }

    [Fact]
    public void Read_FaultsOfTheStoryRoom_AreToldTogetherWithFileKeyAndLine()
    {
        _folder
            .Replace("config/archetypes/how_to.yaml", "[process]", "[proces]")
            .Replace("config/frameworks/PAS.yaml", "[stakes, evidence, comparison]", "[stakes, hook]")
            .Replace("config/beats.yaml", "needs: [opening]", "needs: [openings]")
            .Replace("config/prompts/story_critic.yaml", "  good: number", "  good: text")
            .Replace("config/prompts/story_director.yaml", "Audience: {audience}", "Audience: {viewers}")
            .Replace("config/prompts/scene_critic.yaml", "  title: text\n", "");
        File.Delete(_folder.PathOf("config/prompts/scene_cohesor.yaml"));

        var faults = FluentActions.Invoking(() => Read()).Should().Throw<ConfigurationException>().Which.Faults;

        faults.Should().ContainMatch("config/archetypes/how_to.yaml: stages.steps: there is no beat 'proces' *expected hook, * (line 5)");
        faults.Should().ContainMatch("config/frameworks/PAS.yaml: stages.agitation: the beat 'hook' has a place already* (line 4)");
        faults.Should().ContainMatch("config/beats.yaml: beats.hook.needs: expected a list of *opening*found 'openings' (line 7)");
        faults.Should().ContainMatch("config/prompts/story_critic.yaml: variables.good: expected number, found 'text' (line 7)");
        faults.Should().ContainMatch(
            "config/prompts/story_director.yaml: user: unknown variable 'viewers'; expected one of *audience* (line 22)");
        faults.Should().ContainMatch(
            "config/prompts/story_director.yaml: variables.audience: the variable stands in neither text (line 6)");
        faults.Should().ContainMatch("config/prompts/scene_critic.yaml: variables: the variable 'title' is missing (line 2)");
        faults.Should().ContainMatch("config/prompts/scene_critic.yaml: user: unknown variable 'title'; *");
        faults.Should().ContainMatch("config/prompts/scene_cohesor.yaml: the file is missing in *");
    }

    [Theory]
    [InlineData("fairy_tale", null, null, "There is no archetype 'fairy_tale'. There are explainer, *")]
    [InlineData(null, "ABC", null, "There is no framework 'ABC'. There are AIDA, FAB, PAS.")]
    [InlineData("explainer", "PAS", null, "*not both.")]
    [InlineData(null, null, 0.5, "*none is named*")]
    public void ShapeOf_WishThatCannotBe_SaysWhatThereIs(string? archetype, string? framework, double? creativity, string expected) =>
        FluentActions.Invoking(() => Read().Beats.ShapeOf(new ShapeWish(archetype, framework, creativity)))
            .Should().Throw<StorySourceException>().WithMessage(expected);

    [Fact]
    public void ShapeOf_CommandLineAndLesson_LetTheCommandLineComeFirst()
    {
        var lesson = ShapeWish.Of("---\narchetype: journey\ncreativity: 1\n---\n\n# Tides\n");
        var beats = Read().Beats;

        beats.ShapeOf(new ShapeWish().Over(lesson)).Should().BeEquivalentTo(new { Name = "journey", Creativity = 1.0 });
        beats.ShapeOf(new ShapeWish(Framework: "pas").Over(lesson)).Should().BeEquivalentTo(new { Name = "PAS", Creativity = 1.0 });
        beats.ShapeOf(new ShapeWish(Archetype: "how_to")).Should().BeEquivalentTo(new { Name = "how_to", Creativity = 0.5 });
        beats.ShapeOf(new ShapeWish()).Should().BeNull();
    }

    private ProductConfiguration Read() => ProductConfiguration.Read(_folder.Root, _ => null);
}
