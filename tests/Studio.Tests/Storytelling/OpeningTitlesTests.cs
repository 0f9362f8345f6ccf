using TemporalVideo.Studio.Storytelling.Planning;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class OpeningTitlesTests
{
    [Theory]
    [InlineData("en", "Coral reefs protect the coast.", "Coral reefs")]
    [InlineData("en", "If a reef dies, the fish leave.", "If a reef dies")]
    [InlineData("en", "In the eighteenth century, sailors mapped the reefs.", "In the eighteenth century")]
    [InlineData("en", "Today many reefs lose their colour.", "Today many reefs lose their colour")]
    [InlineData("de", "Gletscher speichern viel Süßwasser.", "Gletscher")]
    [InlineData("de", "Wenn das Eis schmilzt, steigt das Meer.", "Wenn das Eis schmilzt")]
    public void Of_SentenceThatNamesItsSubject_IsATitle(string language, string sentence, string title) =>
        new OpeningTitles(language).Of(sentence, whole: true).Should().Be(title);

    [Theory]
    [InlineData("en", "They protect the coast.")]
    [InlineData("en", "We look at reefs today.")]
    [InlineData("en", "If you dive there, bring a lamp.")]
    [InlineData("en", "However, storms break the reefs.")]
    [InlineData("en", "Depth 4 m is safe.")]
    [InlineData("en", "As you can see, the polyps of a reef and the algae that live in them depend on each other for food.")]
    [InlineData("en", "Is a reef alive?")]
    [InlineData("de", "Sie speichern viel Wasser.")]
    [InlineData("fi", "Riutat suojaavat rannikkoa.")]
    public void Of_SentenceThatSaysTooLittleAlone_IsNone(string language, string sentence) =>
        new OpeningTitles(language).Of(sentence, whole: true).Should().BeNull();

    [Fact]
    public void Of_PartOfAParagraph_IsNeverTheWholeSentence() =>
        new OpeningTitles("en").Of("Today many reefs lose their colour.", whole: false).Should().BeNull();
}
