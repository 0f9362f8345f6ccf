using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed partial class LessonPlannerTests
{
    [Fact]
    public async Task PlanAsync_LessonOfOneLongWord_HasATitle()
    {
        var story = await new LessonPlanner().PlanAsync(
            new StoryRequest { Source = new string('x', 4000), LessonsFolder = "" }, CancellationToken.None);

        story.Title.Length.Should().BeInRange(1, 200);
    }

    private const string Notes =
        """
        # Tides

        The sea rises and falls twice a day at most coasts. Why does it do that?

        ## The pull of the moon

        The moon pulls the water of the sea towards itself. The water on the near side rises into a bulge.
        A second bulge forms on the far side. The sun pulls as well, but less strongly.

        ## Spring and neap

        Sun and moon pull in one line at full moon and at new moon. Then the tides are at their highest.
        At half moon they pull at right angles. Then the tides are weak.
        """;

    [Theory]
    [MemberData(nameof(Lessons.FilesAndLengths), MemberType = typeof(Lessons))]
    public async Task PlanAsync_Lesson_SpeaksOnlySentencesOfTheLesson(string file, int seconds)
    {
        var source = Words(Lessons.Read(file));

        var story = await Lessons.PlanAsync(file, seconds);

        foreach (var sentence in story.Segments.SelectMany(segment => segment.Sentences))
        {
            source.Should().Contain(WithoutLeadIn(Words(sentence.Text)), "\"{0}\" must stand in the lesson", sentence.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Lessons.FilesAndLengths), MemberType = typeof(Lessons))]
    public async Task PlanAsync_Lesson_ShowsOnlyWordsOfTheLesson(string file, int seconds)
    {
        var source = Words(Lessons.Read(file));

        var story = await Lessons.PlanAsync(file, seconds);

        foreach (var segment in story.Segments)
        {
            IEnumerable<string> shown =
                [segment.Title, .. segment.KeyPoints, .. (segment.Diagram?.Items ?? [])
                    .SelectMany(item => item.Values.Select(value => value.Text).Append(item.Label))];
            foreach (var text in shown.Where(text => text.Length > 0))
            {
                source.Should().Contain(Words(text), "\"{0}\" must stand in the lesson", text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lessons.FilesAndLengths), MemberType = typeof(Lessons))]
    public async Task PlanAsync_WantedLength_IsKeptBySpeechAndNotBySilence(string file, int seconds)
    {
        var whole = await Lessons.PlanAsync(file, null);

        var story = await Lessons.PlanAsync(file, seconds);

        var speech = story.Segments.SelectMany(segment => segment.Sentences)
            .Sum(sentence => SpeechRate.Seconds(sentence.Text, story.Language));
        story.Duration.Should().BeInRange(Math.Min(seconds * 0.6, whole.Duration - 0.05), seconds + 0.05);
        (speech / story.Duration).Should().BeGreaterThan(0.7);
        story.Segments.Should().OnlyContain(segment => segment.Duration > 2);
    }

    [Theory]
    [MemberData(nameof(Lessons.FilesAndLengths), MemberType = typeof(Lessons))]
    public async Task PlanAsync_WantedLength_BeginsWithTheOpeningOrTheAnswerAndListsWhatIsLeftOut(string file, int seconds)
    {
        var whole = await Lessons.PlanAsync(file, null);

        var story = await Lessons.PlanAsync(file, seconds);

        story.Segments.Skip(1).Should().NotContain(segment => segment.Kind == SegmentKind.Hook);
        if (seconds > 30)
        {
            story.Segments[0].Kind.Should().Be(SegmentKind.Hook);
        }

        story.Segments.Select(segment => segment.Id).Should().Equal(Enumerable.Range(1, story.Segments.Count).Select(i => $"s{i:00}"));
        var said = story.Segments.SelectMany(segment => segment.Sentences).Select(sentence => sentence.Text);
        var all = whole.Segments.SelectMany(segment => segment.Sentences).Select(sentence => sentence.Text);
        said.Concat(story.NotInVideo.Select(item => item.What)).Should().Contain(all);
    }

    [Theory]
    [InlineData("why-is-the-sky-blue.md", "How air makes the blue")]
    [InlineData("how-vaccines-train-the-immune-system.md", "How a vaccine trains the body")]
    [InlineData("how-does-the-heart-pump-blood.md", "The way of the blood")]
    [InlineData("der-kreislauf-des-wassers.md", "Der Kreislauf des Wassers")]
    [InlineData("le-theoreme-de-pythagore.md", "Le théorème")]
    [InlineData("o-que-e-a-inflacao.md", "Os preços sobem em geral")]
    public async Task PlanAsync_ShortLength_KeepsWhatAnswersTheQuestion(string file, string heading)
    {
        var story = await Lessons.PlanAsync(file, 30);

        story.Segments.Should().Contain(segment => segment.Title == heading);
    }

    [Fact]
    public async Task PlanAsync_ShortLengthWithoutAQuestion_KeepsTheOpening()
    {
        var story = await Lessons.PlanTextAsync(Notes.Replace("Why does it do that?", "", StringComparison.Ordinal), 15);

        story.Segments[0].Kind.Should().Be(SegmentKind.Hook);
    }

    [Fact]
    public async Task PlanAsync_NoLengthWanted_SaysAllOfTheLesson()
    {
        var story = await Lessons.PlanTextAsync(Notes, null);

        story.NotInVideo.Should().BeEmpty();
        Words(string.Join(' ', story.Segments.Select(segment => segment.Narration))).Should().Be(
            Words(string.Join(' ', Notes.Split('\n').Where(line => !line.StartsWith('#')))));
    }

    [Fact]
    public async Task PlanAsync_SameRequest_GivesTheSameStory()
    {
        var file = Lessons.Files.First();

        (await Lessons.PlanAsync(file, 60)).Should()
            .BeEquivalentTo(await Lessons.PlanAsync(file, 60), options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task PlanAsync_PlainNotesWithoutMarks_MakesAStory()
    {
        var story = await Lessons.PlanTextAsync(Notes, 30);

        story.Title.Should().Be("Tides");
        story.Segments[0].Narration.Should().Contain("Why does it do that?");
    }

    [Fact]
    public async Task PlanAsync_LessonShorterThanWanted_PlansLess()
    {
        var story = await Lessons.PlanTextAsync(Notes, 90);

        story.Duration.Should().BeLessThan(60).And.BeGreaterThan(20);
    }

    [Theory]
    [InlineData("Why is the sky blue?", "Why is the sky blue?")]
    [InlineData("blue sky", "Why is the sky blue?")]
    [InlineData("how vaccines work", "How do vaccines train your immune system?")]
    [InlineData("Gutenberg and the printing press", "How did the printing press change Europe?")]
    [InlineData("Kreislauf des Wassers", "Wohin verschwindet der Regen?")]
    public async Task PlanAsync_Topic_TakesTheLessonAboutIt(string topic, string title) =>
        (await Lessons.PlanTopicAsync(topic)).Title.Should().Be(title);

    [Theory]
    [InlineData("How do black holes evaporate?")]
    [InlineData("the blue whale")]
    [InlineData("Roman law")]
    [InlineData("Press freedom in Europe")]
    public async Task PlanAsync_TopicOfNoLesson_SaysWhatItNeeds(string topic)
    {
        var plan = () => Lessons.PlanTopicAsync(topic);

        (await plan.Should().ThrowAsync<StorySourceException>()).Which.Message.Should()
            .Contain(topic).And.Contain("language model").And.Contain("Why is the sky blue?");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("# Only\n\n## Headings\n\n## Here", "no sentences")]
    [InlineData("%PDF\0\0\u0001\u0002 binary\0stuff\nmore", "not text")]
    [InlineData("---\ntitle: [\n---\n\n# A\n\nOne. Two. Three.", "front matter")]
    public async Task PlanAsync_UnusableSource_SaysWhy(string source, string reason)
    {
        var plan = () => Lessons.PlanTextAsync(source);

        (await plan.Should().ThrowAsync<StorySourceException>()).Which.Message.Should().Contain(reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(14.9)]
    [InlineData(601)]
    [InlineData(double.NaN)]
    public async Task PlanAsync_LengthOutOfRange_SaysTheRange(double seconds)
    {
        var plan = () => Lessons.PlanTextAsync(Notes, seconds);

        (await plan.Should().ThrowAsync<StorySourceException>()).Which.Message.Should().Contain("15 to 600");
    }

    // "1455: …" is spoken "In 1455, …".
    private static string WithoutLeadIn(string words) => LeadIn().Replace(words, "$1");

    private static string Words(string text) =>
        string.Join(' ', WordPattern().Matches(text.ToLowerInvariant()).Select(match => match.Value));

    [GeneratedRegex(@"^(?:in|im jahr) (\d{4})\b")]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex WordPattern();
}
