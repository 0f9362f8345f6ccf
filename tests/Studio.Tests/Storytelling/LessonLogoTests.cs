using SkiaSharp;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class LessonLogoTests : IDisposable
{
    private const string Text = "# Lamps\n\nA lamp gives light. It has a thin wire.\n";
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("---\nlogo: marks/our logo.png\n---\n")]
    [InlineData("---\r\nlogo: marks/our%20logo.png\r\n---\r\n")]
    [InlineData("+++\nlogo = \"marks/our logo.png\"\n+++\n")]
    public void Of_PictureBesideTheLesson_IsFound(string head)
    {
        var file = Picture("marks/our logo.png");

        LessonLogo.Of(head + Text, _folder.Path)!.Value.File.Should().Be(file);
    }

    [Fact]
    public void Of_LessonThatNamesNone_IsNone() => LessonLogo.Of(Text, _folder.Path).Should().BeNull();

    [Theory]
    [InlineData("none.png", "there is no file 'none.png' beside the lesson")]
    [InlineData("../logo.png", "outside of the lesson's folder")]
    [InlineData("https://example.org/logo.png", "lies elsewhere")]
    [InlineData("words.png", "no picture that can be read")]
    [InlineData("words.txt", "'.txt' are not shown")]
    public async Task PlanAsync_LogoThatCannotBeShown_IsListedWithItsLineAndReason(string name, string because)
    {
        File.WriteAllText(_folder.File("words.png"), "no picture");
        File.WriteAllText(_folder.File("words.txt"), "no picture");
        var source = $"---\nlogo: {name}\n---\n{Text}";

        LessonLogo.Of(source, _folder.Path).Should().BeNull();
        var missing = (await PlanAsync(source, _folder.Path)).NotInVideo.Should().ContainSingle().Subject;
        (missing.Line, missing.What).Should().Be((2, $"logo: {name}"));
        missing.Because.Should().Contain(because);
    }

    [Fact]
    public async Task PlanAsync_LessonWithoutItsFolder_SaysThatTheLogoHasNotCome() =>
        (await PlanAsync($"---\nlogo: logo.png\n---\n{Text}", null)).NotInVideo.Should().ContainSingle()
            .Which.Because.Should().Contain("came without the folder");

    [Fact]
    public async Task PlanAsync_LogoBesideTheLesson_LeavesNothingOut()
    {
        Picture("logo.png");

        (await PlanAsync($"---\nlogo: logo.png\n---\n{Text}", _folder.Path)).NotInVideo.Should().BeEmpty();
    }

    [Fact]
    public async Task PlanAsync_TopicWhoseLessonHasALogo_SaysThatItIsNotInTheVideo()
    {
        File.WriteAllText(_folder.File("lamps.md"), $"---\ntitle: Why do lamps glow?\nlogo: logo.png\n---\n{Text}");

        var story = await new LessonPlanner().PlanAsync(
            new StoryRequest
            {
                Source = "Why do lamps glow?",
                SourceKind = SourceKind.Topic,
                LessonsFolder = _folder.Path,
            },
            default);

        story.NotInVideo.Should().ContainSingle(item => item.What == "logo: logo.png" && item.Line == 3);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<Story> PlanAsync(string source, string? folder) => new LessonPlanner().PlanAsync(
        new StoryRequest { Source = source, LessonFolder = folder, LessonsFolder = "" }, default);

    private string Picture(string name)
    {
        var file = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var picture = new SKBitmap(8, 8);
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(file, png.ToArray());
        return file;
    }
}
