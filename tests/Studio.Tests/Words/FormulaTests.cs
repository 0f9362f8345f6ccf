using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Tests.Words;

public sealed class FormulaTests
{
    public static TheoryData<string, string, string> Cases => SpeechCases.Of("formula", "en");

    [Theory]
    [InlineData(@"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}", "x = (−b ± √(b²−4ac))/(2a)")]
    [InlineData(@"A = P\left(1 + \frac{r}{n}\right)^{nt}", "A = P(1 + r/n)ⁿᵗ")]
    [InlineData(@"6CO_2 + 6H_2O \rightarrow C_6H_{12}O_6", "6CO₂ + 6H₂O → C₆H₁₂O₆")]
    [InlineData(@"\text{speed} = \frac{\text{distance}}{\text{time}}", "speed = distance/time")]
    [InlineData(@"\alpha \leq 90^\circ", "α ≤ 90°")]
    public void ToPlain_Latex_ReadsAsALine(string latex, string plain) => Latex.ToPlain(latex).Should().Be(plain);

    [Theory]
    [MemberData(nameof(Cases))]
    public void SpeakFormula_Latex_IsSaid(string language, string latex, string spoken) => SpeechNormaliser.For(language)
        .SpeakFormula(latex).Spoken.Should().Be(spoken);

    [Theory]
    [InlineData("carbon dioxide + water → glucose", @"\text{carbon dioxide} + \text{water} \rightarrow  \text{glucose}")]
    [InlineData("E = mc²", "E = mc^{2}")]
    public void OfPlain_TypedFormula_BecomesLatex(string plain, string latex) => Latex.OfPlain(plain).Should().Be(latex);
}
