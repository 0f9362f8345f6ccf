using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Tests.Words;

public sealed class SpeechNormaliserTests
{
    public static TheoryData<string, string, string> English => SpeechCases.Of("en");

    [Theory]
    [MemberData(nameof(English))]
    public void Speak_English_SaysAsAPersonDoes(string language, string text, string spoken) => SpeechNormaliser.For(language).Speak(text).Spoken.Should().Be(spoken);
}
