using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed class SpeechTextTests
{
    [Theory]
    [InlineData("Water boils at 100 °C.", "Water boils at 100 degrees Celsius.")]
    [InlineData("Air is 78% nitrogen.", "Air is 78 percent nitrogen.")]
    [InlineData("Light – the visible kind – has 400–700 nm.", "Light, the visible kind, has 400 to 700 nanometres.")]
    [InlineData("“Blue” scatters 4× more, e.g. in air.", "Blue scatters 4 times more, for example in air.")]
    [InlineData("It runs 1 km at 12 km/h.", "It runs 1 kilometre at 12 kilometres per hour.")]
    [InlineData("Plants take in CO₂ & give off O₂.", "Plants take in C O 2 and give off O 2.")]
    [InlineData("Sound travels 343 m/s, and 1,500 m in water.", "Sound travels 343 metres per second, and 1,500 metres in water.")]
    [InlineData("It fell to −40 °C in 1969.", "It fell to minus 40 degrees Celsius in 1969.")]
    [InlineData("DNA copies itself.", "D N A copies itself.")]
    [InlineData("Sugar (glucose) is food.", "Sugar, glucose, is food.")]
    [InlineData("It’s a café.", "It's a cafe.")]
    public void Normalize_Symbols_BecomeWords(string text, string spoken) => SpeechText.Normalize(text).Should().Be(spoken);

    [Theory]
    [InlineData("Nothing to change here, not even 1,500 or 3.5.")]
    [InlineData("A well-known two-step test.")]
    public void Normalize_PlainText_StaysAsItIs(string text) => SpeechText.Normalize(text).Should().Be(text);
}
