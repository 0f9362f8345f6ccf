using TemporalVideo.Studio.Storytelling.Prompts;

namespace TemporalVideo.Studio.Tests.Storytelling.Prompts;

public sealed class PromptTests
{
    private static readonly Prompt Prompt = new(
        "config/prompts/story_critic.yaml",
        new Dictionary<string, PromptVariable>
        {
            ["title"] = PromptVariable.Text,
            ["seconds"] = PromptVariable.Number,
            ["beats"] = PromptVariable.List,
        },
        "Be strict.",
        "{title} in {seconds} s:\n{beats}\n{\"kept\": {title}}");

    [Fact]
    public void Fill_AllValues_StandInTheirPlaces()
    {
        var (system, user) = Prompt.Fill(Values());

        system.Should().Be("Be strict.");
        user.Should().Be("Why {seconds}? in 32.5 s:\n- hook\n- recap\n{\"kept\": Why {seconds}?}", "values are no templates");
    }

    [Fact]
    public void Fill_MissingVariable_NamesFileAndVariable() =>
        FluentActions.Invoking(() => Prompt.Fill(Values(without: "seconds"))).Should().Throw<PromptException>()
            .WithMessage("config/prompts/story_critic.yaml: *'seconds'*");

    [Fact]
    public void Fill_UnknownVariable_NamesFileAndVariable() =>
        FluentActions.Invoking(() => Prompt.Fill(new Dictionary<string, object>(Values()) { ["tone"] = "dry" }))
            .Should().Throw<PromptException>().WithMessage("config/prompts/story_critic.yaml: *'tone'*title, seconds, beats*");

    [Fact]
    public void Fill_ValueOfAnotherType_NamesFileAndVariable() =>
        FluentActions.Invoking(() => Prompt.Fill(new Dictionary<string, object>(Values()) { ["beats"] = 3 }))
            .Should().Throw<PromptException>().WithMessage("config/prompts/story_critic.yaml: *'beats' is a list*");

    private static Dictionary<string, object> Values(string without = "") => new Dictionary<string, object>
    {
        ["title"] = "Why {seconds}?",
        ["seconds"] = 32.5,
        ["beats"] = (string[])["hook", "recap"],
    }.Where(pair => pair.Key != without).ToDictionary();
}
