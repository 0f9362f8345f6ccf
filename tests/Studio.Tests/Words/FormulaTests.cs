using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Tests.Words;

public sealed class FormulaTests
{
    [Theory]
    [InlineData(@"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}", "x = (−b ± √(b²−4ac))/(2a)")]
    [InlineData(@"A = P\left(1 + \frac{r}{n}\right)^{nt}", "A = P(1 + r/n)^(nt)")]
    [InlineData(@"6CO_2 + 6H_2O \rightarrow C_6H_{12}O_6", "6CO₂ + 6H₂O → C₆H₁₂O₆")]
    [InlineData(@"\text{speed} = \frac{\text{distance}}{\text{time}}", "speed = distance/time")]
    [InlineData(@"\alpha \leq 90^\circ", "α ≤ 90°")]
    public void ToPlain_Latex_ReadsAsALine(string latex, string plain) => Latex.ToPlain(latex).Should().Be(plain);

    [Theory]
    [InlineData("f(x) = 2(x + 1)", "f of x equals 2 times x plus 1")]
    [InlineData("A = P(1 + r/n)^(nt)", "A equals P times 1 plus r over n, all to the power of n t")]
    [InlineData("x = (−b ± √(b²−4ac))/(2a)", "x equals minus b plus or minus the square root of b squared minus 4 a c over 2 a")]
    [InlineData("a² + b² = c²", "a squared plus b squared equals c squared")]
    [InlineData("speed = distance/time", "speed equals distance over time")]
    public void Of_Formula_IsSaidInEnglish(string plain, string spoken) => FormulaSpeech.Of(plain, "en").Should().Be(spoken);

    [Fact]
    public void Of_Formula_IsSaidInGerman() => FormulaSpeech.Of("a² + b² = c²", "de").Should().Be("a Quadrat plus b Quadrat gleich c Quadrat");

    [Theory]
    [InlineData("carbon dioxide + water → glucose", @"\text{carbon dioxide} + \text{water} \rightarrow  \text{glucose}")]
    [InlineData("E = mc²", "E = mc^{2}")]
    public void OfPlain_TypedFormula_BecomesLatex(string plain, string latex) => Latex.OfPlain(plain).Should().Be(latex);
}
