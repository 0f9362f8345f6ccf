using TemporalVideo.Studio.Quality;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Field.Tests;

/// <summary>
/// Lessons as other people write them: what becomes of each is compared with what a reader found right. <c>FIELD_WRITE=1</c> writes what
/// came out into
/// the cases, to be read before it is kept.
/// </summary>
public sealed class FieldTests
{
    public static TheoryData<string> Cases => [.. FieldCase.Names];

    /// <summary>The cases that become a video.</summary>
    public static TheoryData<string> Whole => [.. FieldCase.Names.Where(name => FieldCase.Read(name) is var read
        && !read.Options.ContainsKey("topic") && !read.Plan.StartsWith("refused:", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task PlanAsync_FieldCase_IsWhatAReaderFoundRight(string name)
    {
        var lesson = FieldCase.Read(name);

        var plan = await PlanAsync(lesson);

        if (Environment.GetEnvironmentVariable("FIELD_WRITE") == "1")
        {
            lesson.Write(plan);
        }

        plan.Should().Be(lesson.Plan);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task PlanAsync_FieldCase_LosesNoWordSilently(string name)
    {
        var lesson = FieldCase.Read(name);

        var story = await StoryAsync(lesson);

        SourceWords.Lost(lesson.Lesson, story).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task PlanAsync_FieldCase_SaysAndDrawsWhatTheLessonWrites(string name)
    {
        var lesson = FieldCase.Read(name);

        var evidence = new QualityEvidence { Story = await StoryAsync(lesson), Source = LessonText.Decode(lesson.Bytes) };

        QualityReport.Of(evidence).Worst.Where(moment => moment.What.Contains("in the lesson", StringComparison.Ordinal))
            .Select(moment => moment.What).Should().BeEmpty();
    }

    private static async Task<string> PlanAsync(FieldCase lesson)
    {
        try
        {
            return FieldPlan.Of(await StoryAsync(lesson));
        }
        catch (StorySourceException error)
        {
            var root = TestPaths.RepositoryRoot + Path.DirectorySeparatorChar;
            return $"refused: {error.Message.Replace(root, "", StringComparison.Ordinal)}";
        }
    }

    private static Task<Story> StoryAsync(FieldCase lesson) => new LessonPlanner().PlanAsync(
        new StoryRequest
        {
            Source = lesson.Options.GetValueOrDefault("topic") ?? LessonText.Decode(lesson.Bytes),
            SourceKind = lesson.Options.ContainsKey("topic") ? SourceKind.Topic : SourceKind.Lesson,
            TargetSeconds = lesson.Options.TryGetValue("seconds", out var seconds)
                ? double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) : null,
            Verbatim = lesson.Options.ContainsKey("verbatim"),
            LessonFolder = FieldCase.Folder,
            LessonsFolder = Path.Combine(TestPaths.RepositoryRoot, "lessons"),
        },
        CancellationToken.None);
}
