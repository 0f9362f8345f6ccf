using SkiaSharp;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures.Formulas;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class FormulaSetterTests
{
    private static readonly string[] School =
    [
        @"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}", @"a^2 + b^2 = c^2", @"A = \pi r^2", @"E = mc^2", @"F = G \frac{m_1 m_2}{r^2}",
            @"v = \frac{\Delta s}{\Delta t}",
        @"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}", @"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}",
            @"\lim_{x \to 0} \frac{\sin x}{x} = 1", @"\sqrt[3]{27} = 3",
        @"\binom{n}{k} = \frac{n!}{k!(n-k)!}", @"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
            @"|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{if } x < 0 \end{cases}",
        @"\vec{F} = m \vec{a}", @"\overline{AB} \perp \overline{CD}", @"P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}",
            @"6CO_2 + 6H_2O \rightarrow C_6H_{12}O_6 + 6O_2",
        @"\ce{2H2 + O2 -> 2H2O}", @"A = P\left(1 + \frac{r}{n}\right)^{nt}", @"\text{Fläche} = \text{Länge} \cdot \text{Breite}",
            @"a = 1 \\ b = 2",
    ];

    [SkippableFact]
    public async Task PrepareAsync_SchoolFormulas_SetsAllOfThem()
    {
        Skip.IfNot(ExternalTool.IsInstalled("node"), "Node.js is not installed.");

        await FormulaSetter.PrepareAsync(School, default);

        foreach (var latex in School)
        {
            var formula = FormulaSetter.Find(latex);
            formula.Should().NotBeNull(latex);
            Ink(formula!).Should().BeGreaterThan(0.01, "{0} must be drawn", latex);
        }

        FormulaSetter.Find(School[0])!.Height.Should().BeGreaterThan(2, "a fraction is taller than a line");
        FormulaSetter.Find(School[^1])!.Height.Should().BeGreaterThan(2, "two lines are two lines");
    }

    [SkippableFact]
    public async Task PrepareAsync_BrokenFormula_LeavesTheOthers()
    {
        Skip.IfNot(ExternalTool.IsInstalled("node"), "Node.js is not installed.");

        await FormulaSetter.PrepareAsync([@"\frac{1", @"\nosuchcommand", "x + y"], default);

        FormulaSetter.Find(@"\frac{1").Should().BeNull();
        FormulaSetter.Find(@"\nosuchcommand").Should().BeNull();
        FormulaSetter.Find("x + y").Should().NotBeNull();
    }

    [SkippableFact]
    public async Task PrepareAsync_LettersThatMathematicsHasNot_AreDrawnInTheTypeOfPictures()
    {
        Skip.IfNot(ExternalTool.IsInstalled("node"), "Node.js is not installed.");

        await FormulaSetter.PrepareAsync([@"\text{ä}", @"\text{ }"], default);

        Ink(FormulaSetter.Find(@"\text{ä}")!).Should().BeGreaterThan(0.02);
    }

    /// <summary>The share of the formula's box that is not transparent.</summary>
    private static double Ink(SetFormula formula)
    {
        using var bitmap = new SKBitmap(Math.Max(1, (int)(formula.Width * 40)), Math.Max(1, (int)(formula.Height * 40)));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        formula.Draw(canvas, 0, 0, 40, "#102040");
        return bitmap.Pixels.Count(pixel => pixel.Alpha > 100) / (double)bitmap.Pixels.Length;
    }
}
