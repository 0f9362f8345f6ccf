using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Pictures;

/// <summary>Old signs of Bamum stand for what no font has.</summary>
public sealed class StoryFontsTests
{
    [Fact]
    public void Require_TextThatNoFontHas_IsRefusedWithThePackage()
    {
        var story = Story("𖠃𖠄𖠅 𖠃𖠆.");

        var require = () => StoryFonts.Require(story);

        require.Should().Throw<UnusableInputException>().WithMessage("*𖠃*apt-get install fonts-noto-core*");
    }

    [Fact]
    public void Require_OneCharacterThatNoFontHas_IsListedWithItsLine()
    {
        var story = StoryFonts.Require(Story("The sky is blue, and air scatters the light of the sun 𖠃."));

        story.NotInVideo.Should().ContainSingle().Which.Should().Match<NotInVideo>(item => item.Line == 3 && item.What == "𖠃");
    }

    [Fact]
    public void Require_TextThatCanBeDrawn_StaysAsItIs()
    {
        var story = Story("The sky is blue ❌ and π is 3.14 ☀️.");

        StoryFonts.Require(story).Should().BeSameAs(story);
    }

    private static Story Story(string text) => new()
    {
        Title = "A story",
        Language = "en",
        Segments =
        [
            new Segment
            {
                Id = "s01",
                Kind = SegmentKind.Hook,
                Title = "A story",
                VisualGuidance = "A sky.",
                Sentences = [new Sentence { Text = text, Line = 3 }],
                Duration = 3,
            },
        ],
    };
}
