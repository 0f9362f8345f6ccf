using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two! Three?", 3)]
    [InlineData("It grew by 3.5 percent. Then it fell.", 2)]
    [InlineData("Dr. Snow drew a map. It saved lives.", 2)]
    [InlineData("Das gilt z. B. für Wasser. Es gefriert.", 2)]
    [InlineData("He said \"Stop.\" Nobody did.", 2)]
    [InlineData("No mark at the end", 1)]
    [InlineData("", 0)]
    public void Split_Text_CountsSentences(string text, int count) => SentenceSplitter.Split(text).Should().HaveCount(count);
}
