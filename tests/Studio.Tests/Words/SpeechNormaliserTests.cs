using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Tests.Words;

public sealed class SpeechNormaliserTests
{
    [Theory]
    [InlineData("en", "Take one tablet (500 mg) every six hours (never more than 8 a day).", "Take one tablet, 500 milligrams, every six hours, never more than 8 a day.")]
    [InlineData("en", "The slope of f(x) = 2(x + 1) is 2.", "The slope of f of x equals 2 times x plus 1 is 2.")]
    [InlineData("en", "We know that 5 − 3 = 2.", "We know that 5 minus 3 equals 2.")]
    [InlineData("en", "Subtract: 5 - 3.", "Subtract: 5 minus 3.")]
    [InlineData("en", "10⁶ were sold.", "10 to the power of 6 were sold.")]
    [InlineData("en", "It is √16 × 2⁵.", "It is the square root of 16 times 2 to the power of 5.")]
    [InlineData("en", "It began in the 1990s.", "It began in the nineteen nineties.")]
    [InlineData("en", "Music of the '50s is loud.", "Music of the fifties is loud.")]
    [InlineData("en", "100-metre races are over in ten seconds.", "100-metre races are over in ten seconds.")]
    [InlineData("en", "1789–1799: the Revolution", "1789 to 1799: the Revolution.")]
    [InlineData("en", "About 400–800 runners came.", "About 400 to 800 runners came.")]
    [InlineData("en", "It costs $2.5 million.", "It costs 2.5 million dollars.")]
    [InlineData("en", "At −65 °C it freezes.", "At minus 65 degrees Celsius it freezes.")]
    [InlineData("en", "AT&T made the ﬁrst one.", "AT and T made the first one.")]
    [InlineData("en", "CO₂ is a gas.", "C O 2 is a gas.")]
    [InlineData("en", "See https://www.example.org/a/b?c=1.", "See example dot org.")]
    [InlineData("en", "The room has 20 m² and 50 m³.", "The room has 20 square metres and 50 cubic metres.")]
    [InlineData("en", "E = mc² is famous.", "E equals m c squared is famous.")]
    [InlineData("en", "light intensity", "light intensity.")]
    [InlineData("en", "Dvořák met Wałęsa.", "Dvořák met Wałęsa.")]
    [InlineData("en", "Great job 🎉!", "Great job!")]
    [InlineData("es", "El 40 % del aire es frío.", "El 40 por ciento del aire es frío.")]
    [InlineData("de", "Das sind z. B. 21 % von 5 kg.", "Das sind zum Beispiel 21 Prozent von 5 Kilogramm.")]
    [InlineData("fr", "L'air a 21 % d'oxygène à 20 °C.", "L'air a 21 pour cent d'oxygène à 20 degrés Celsius.")]
    [InlineData("it", "Costa 5 €.", "Costa 5 euro.")]
    [InlineData("pt", "São 3 km/h.", "São 3 quilómetros por hora.")]
    [InlineData("fi", "Ilmassa on 21 % happea.", "Ilmassa on 21 % happea.")]
    public void Speak_Sentence_SaysItAsAPersonWould(string language, string written, string spoken) =>
        SpeechNormaliser.For(language).Speak(written).Should().Be(spoken);

    [Fact]
    public void UnknownSigns_SignWithoutARule_IsNamed() => SpeechNormaliser.For("en").UnknownSigns("The card ♠ wins.").Should().BeEmpty("a suit of cards is drawn, not said");

    [Fact]
    public void UnknownSigns_Mathematics_IsNamed() => SpeechNormaliser.For("en").UnknownSigns("A ∮ B").Should().Equal("∮");
}
