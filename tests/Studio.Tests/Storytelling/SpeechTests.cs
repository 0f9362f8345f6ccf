using TemporalVideo.Studio.Storytelling.Planning;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class SpeechTests
{
    [Theory]
    [InlineData("1455: The Bible is done.", "en", "In 1455, The Bible is done.")]
    [InlineData("Gold rose by 5 % (in real terms).", "en", "Gold rose by 5 percent.")]
    [InlineData("Öl & Wasser bei 20 °C", "de", "Öl und Wasser bei 20 Grad Celsius.")]
    public void Adapt_Signs_BecomeWords(string written, string language, string spoken) => Speech.Adapt(written, language).Should().Be(spoken);
}
