using TemporalVideo.Studio.Storytelling.Planning;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class PronunciationTests
{
    [Theory]
    [InlineData("A GIF and a gift.", "A jif and a gift.")]
    [InlineData("gif is not the word.", "gif is not the word.")]
    [InlineData("Nginx and nginx serve.", "engine x and engine x serve.")]
    [InlineData(@"The \(GIF\) stays.", @"The \(GIF\) stays.")]
    [InlineData("C++ is a language.", "see plus plus is a language.")]
    public void In_Text_SaysTheWordsOfTheList(string text, string said) =>
        new Pronunciation(new Dictionary<string, string> { ["GIF"] = "jif", ["nginx"] = "engine x", ["C++"] = "see plus plus" })
            .In(text).Should().Be(said);

    [Fact]
    public void In_WordOfTwoLists_FollowsTheLater() =>
        new Pronunciation(new Dictionary<string, string> { ["GIF"] = "jif" }, new Dictionary<string, string> { ["GIF"] = "gif" })
            .In("GIF").Should().Be("gif");
}
