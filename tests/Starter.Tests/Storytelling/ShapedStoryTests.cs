using System.Text.RegularExpressions;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Beats;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Storytelling;

public sealed partial class ShapedStoryTests
{
    private const string Lesson =
        """
        # Bees

        Bees dance. Why do they do that?

        ## How the dance works

        A bee walks a figure of eight on the comb. She shakes her body on the straight part.
        But she never dances without food.

        ## Numbers

        | Distance | Shakes |
        | --- | --- |
        | 100 m | 1 |
        | 500 m | 5 |
        | 900 m | 9 |

        ## A common mistake

        Many people think that bees dance for joy. The dance is a map.

        ## The problem

        A hive needs food every day. Flowers stand far away.

        ## Remember

        The dance says where the food is.
        """;

    private static readonly BeatLibrary Library = ProductConfiguration.Read(TestPaths.RepositoryRoot, _ => null).Beats;

    private static readonly IReadOnlyList<(string File, string Source, Task<Story> Plan)> Plain =
    [
        .. Directory.EnumerateFiles(Path.Combine(TestPaths.RepositoryRoot, "lessons"), "*.md").Where((_, i) => i % 2 == 0)
            .Select(file => (file, File.ReadAllText(file))).Select(lesson => (lesson.file, lesson.Item2, PlanAsync(lesson.Item2, null))),
    ];

    public static TheoryData<string, double> Shapes
    {
        get
        {
            TheoryData<string, double> data = [];
            foreach (var name in Library.Archetypes.Keys.Concat(Library.Frameworks.Keys))
            {
                foreach (var creativity in (double[])[0, 0.5, 1])
                {
                    data.Add(name, creativity);
                }
            }

            return data;
        }
    }

    [Fact]
    public async Task PlanAsync_CreativityZero_IsTheLessonsOwnOrderWithItsBeats()
    {
        var plain = await PlanAsync(Lesson, null);

        var shaped = await PlanAsync(Lesson, Shape("myth_buster", 0));

        shaped.Should().BeEquivalentTo(plain, options => options.Excluding(story => story.Shape).For(story => story.Segments)
            .Exclude(segment => segment.Beat));
        shaped.Segments.Select(segment => segment.Beat!.Name).Should().StartWith(["hook", "mechanism"]).And.EndWith(["recap"]);
    }

    [Fact]
    public async Task PlanAsync_CreativityHalf_MovesWholeSections()
    {
        (await TitlesAsync("myth_buster", 0.5)).Should().Equal(
            "Bees", "A common mistake", "Numbers", "How the dance works", "The problem", "Remember");
        (await TitlesAsync("problem_solution", 0.5)).Should().Equal(
            "Bees", "The problem", "Numbers", "How the dance works", "A common mistake", "Remember");
    }

    [Fact]
    public async Task PlanAsync_CreativityOne_MovesPartsOfASection()
    {
        const string lesson =
            "# Tides\n\nThe sea rises.\n\n## The moon\n\nThe moon pulls the water.\n\n| Moon | Sun |\n| --- | --- |\n| Strong | Weak |\n\n"
            + "## What it changes: consequences\n\nHarbours run dry.\n";

        var half = await PlanAsync(lesson, Shape("PAS", 0.5));
        var one = await PlanAsync(lesson, Shape("PAS", 1));

        half.Segments.Select(segment => segment.Beat!.Name).Should().Equal("hook", "stakes", "comparison", "comparison");
        one.Segments.Select(segment => segment.Beat!.Name).Should().Equal("hook", "stakes", "comparison", "mechanism");
    }

    [Fact]
    public async Task PlanAsync_BeatsWithoutSource_AreLeftOutAndListed()
    {
        var story = await PlanAsync(Lesson, Shape("how_to", 0.5));

        story.Shape!.Missing.Select(beat => beat.Beat).Should().Contain(["objectives", "process", "example", "reflection"])
            .And.NotContain(["hook", "recap", "misconception"]);
        story.Segments.Select(segment => segment.Beat!.Name).Should().NotIntersectWith(story.Shape.Missing.Select(beat => beat.Beat));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task PlanAsync_EveryShape_SaysTheSameAndLetsNothingDangle(string name, double creativity)
    {
        foreach (var (file, source, planning) in Plain)
        {
            var plain = await planning;
            var shaped = await PlanAsync(source, Shape(name, creativity));

            Texts(shaped).Should().BeEquivalentTo(Texts(plain), "{0} gains and loses nothing", file);
            shaped.Segments.Count(segment => segment.Kind == SegmentKind.Hook).Should().BeLessThanOrEqualTo(1);
            var before = Before(plain);
            foreach (var (first, predecessor) in Before(shaped).Where(pair => Leans().IsMatch(pair.Key)))
            {
                predecessor.Should().Be(before[first], "\"{0}\" leans on what stands before it in {1}", first, file);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task PlanAsync_EveryShapeAndLength_KeepsTheLength(string name, double creativity)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(TestPaths.RepositoryRoot, "lessons", "how-does-the-heart-pump-blood.md"));
        foreach (var seconds in (double[])[15, 30, 60])
        {
            var story = await PlanAsync(source, Shape(name, creativity), seconds);

            story.Duration.Should().BeInRange(seconds * 0.6, seconds + 0.05);
        }
    }

    private static StoryShape Shape(string name, double creativity) => Library.ShapeOf(Library.Archetypes.ContainsKey(name)
        ? new ShapeWish(Archetype: name, Creativity: creativity) : new ShapeWish(Framework: name, Creativity: creativity))!;

    private static Task<Story> PlanAsync(string source, StoryShape? shape, double? seconds = null) => new LessonPlanner().PlanAsync(
        new StoryRequest { Source = source, Shape = shape, TargetSeconds = seconds, LessonsFolder = "" }, default);

    private static async Task<IEnumerable<string>> TitlesAsync(string name, double creativity) =>
        (await PlanAsync(Lesson, Shape(name, creativity))).Segments.Select(segment => segment.Title).Distinct();

    private static IEnumerable<string> Texts(Story story) =>
        story.Segments.SelectMany(segment => segment.Sentences).Select(sentence => sentence.Text);

    /// <summary>The last sentence before each segment, by its first.</summary>
    private static Dictionary<string, string> Before(Story story) => story.Segments.Zip(story.Segments.Skip(1))
        .DistinctBy(pair => pair.Second.Sentences[0].Text)
        .ToDictionary(pair => pair.Second.Sentences[0].Text, pair => pair.First.Sentences[^1].Text);

    [GeneratedRegex("^(?:But|So|It|Its|This|That|They|Then|These|And|Aber|Dann|Es|Er|Sie|Il|Mais|Pero|Ma|Mas)\\b")]
    private static partial Regex Leans();
}
