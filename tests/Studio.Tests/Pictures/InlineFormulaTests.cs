using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Studio.Tests.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class InlineFormulaTests
{
    private const string Lesson = """
        # Roots

        Roots solve equations.

        ## The discriminant

        The part $b^2-4ac$ is the discriminant. A formula like $\wrong{x}^2$ cannot be set.
        """;

    [Fact]
    public async Task PlanAsync_FormulasInText_AreInTheStoryAsTheLessonWritesThem()
    {
        var story = await Lessons.PlanTextAsync(Lesson, null);

        story.Segments.SelectMany(segment => segment.Formulas).Select(formula => formula.Latex).Should()
            .Equal("b^2-4ac", @"\wrong{x}^2");
    }

    [SkippableFact]
    public async Task Compose_FormulaInText_IsSetAndStillSaysItsCharacters()
    {
        var story = await Lessons.PlanTextAsync(Lesson, null);
        await FormulaSetter.PrepareAsync(story, default);
        var index = story.Segments.ToList().FindIndex(segment => segment.Formulas.Count > 0);
        var (good, wrong) = (story.Segments[index].Formulas[0], story.Segments[index].Formulas[1]);
        Skip.If(FormulaSetter.Find(InlineFormulas.Inline(good)) is null, "Node.js is not there.");

        var layers = CompositionChooser.Compose(new SceneContext(story, index, PictogramChooser.For("en")));

        var texts = layers.SelectMany(layer => layer.Sketch.Texts).Select(text => text.Text).ToList();
        texts.Should().Contain(text => text.Contains(good.Plain));
        var set = InlineFormulas.In($"The part {good.Plain} is", [good, wrong]);
        TextShaper.Shape(set, FontStyle.SemiBold).Runs.Should().ContainSingle(run => run.Formula != null);
        InlineFormulas.Plain(set).Should().Be($"The part {good.Plain} is");
        InlineFormulas.Unset(story.Segments[index]).Should().Equal(wrong.Plain);
        Typesetter.Line(set, FontStyle.SemiBold, 60).Ink(new Box(0, 0, 100, 60)).Height.Should().BeGreaterThan(100, "a fraction is high");
    }

    [Fact]
    public void In_FormulaThatIsPartOfAWord_LeavesTheWord() =>
        InlineFormulas.In("about", [new InlineFormula("ab", "a_b")]).Should().Be("about");
}
