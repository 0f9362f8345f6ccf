using TemporalVideo.Studio.Quality;

namespace TemporalVideo.Studio.Tests.Quality;

public sealed class SourceWordsTests
{
    private const string Lesson = """
        <!-- not said -->
        The **Rhine** rises in [Switzerland](https://example.org/ch) and flows north.[^1]
        H<sub>2</sub>O was scarce, and 10<sup>3</sup> camels made a caravan.
        The area is $A = \pi r^2$ of a circle.

        | River | Length | Mouth |
        | --- | --- | --- |
        | Loire | 1006 km | Atlantic |
        | Rhône | 812 km | Mediterranean |

        ::: {.callout title="Tip"}
        Look at the map.
        :::
        """;

    private static readonly SourceWords Source = new(Lesson);

    [Theory]
    [InlineData("The Rhine rises in Switzerland and flows north.", true)]
    [InlineData("H₂O was scarce, and 10³ camels made a caravan.", true)]
    [InlineData("Loire: Length 1006 km, Mouth Atlantic", true)]
    [InlineData("Tip: Look at the map.", true)]
    [InlineData("The Rhine flows north and rises in Switzerland.", false)]
    [InlineData("The Rhine rises in Austria and flows north.", false)]
    [InlineData("not said", false)]
    [InlineData("Loire: Length 1007 km, Mouth Atlantic", false)]
    public void Say_Sentence_OnlyIfTheLessonHasItWordForWord(string sentence, bool says) => Source.Say(sentence).Should().Be(says);

    [Theory]
    [InlineData("Loire", "1006 km", true)]
    [InlineData("Rhône", "1006 km", false)]
    [InlineData("Loire", "10 km", false)]
    [InlineData("The camels", "10³", true)]
    public void Give_NumberOfALabel_OnlyIfOneRowOrParagraphHasBoth(string label, string value, bool gives) =>
        Source.Give(label, value).Should().Be(gives);
}
