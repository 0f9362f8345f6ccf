using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Directing;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class ChatDirectorTests
{
    private const string Lesson = """
        # Tides

        ## Why the sea rises

        The Moon pulls the water of the sea towards it.
        The water rises twice in 25 hours.

        ## Where it rises most

        In the Bay of Fundy the water rises by 16 metres.
        """;

    [Fact]
    public async Task PlanAsync_LessonWithAStatementOfItsOwn_SendsItBackThenLeavesItOutAndListsIt()
    {
        var invented = new WrittenSentence("Sailors feared giant octopuses.", [1]);
        var chat = new FakeChat(Story(Traced, invented), Story(Traced, invented));

        var story = await PlanAsync(chat, Lesson, SourceKind.Lesson);

        chat.Asked.Should().HaveCount(2);
        chat.Asked[1].Should().Contain("\"Sailors feared giant octopuses.\" speaks of other things");
        Said(story).Should().Contain("The Moon pulls the sea towards it.").And.NotContain("octopuses");
        story.NotInVideo.Should().Contain(item => item.What == invented.Text);
        story.NotInVideo.Should().Contain(item => item.What.Contains("Fundy") && item.Because == "the director left it out");
        story.WrittenBy.Should().Be("fake/1");
        story.Segments.SelectMany(segment => segment.Sentences).Select(sentence => sentence.Line).Should().Contain(5);
    }

    [Fact]
    public async Task PlanAsync_LessonWithoutAnythingThatTraces_FailsClearly()
    {
        var invented = new WrittenSentence("Octopuses have 9 brains.", []);
        var chat = new FakeChat(Story(invented), Story(invented));

        var plan = () => PlanAsync(chat, Lesson, SourceKind.Lesson);

        (await plan.Should().ThrowAsync<StorySourceException>()).Which.Message.Should().Contain("--verbatim");
    }

    [Fact]
    public async Task PlanAsync_TopicAndCritique_ReachTheModelAndNeedNoLesson()
    {
        var chat = new FakeChat(Story(new WrittenSentence("The Moon pulls the sea.", []), new WrittenSentence("So the sea rises.", [])));

        var story = await PlanAsync(chat, "Why are there tides?", SourceKind.Topic, "Say less.");

        chat.Asked.Should().ContainSingle().Which.Should().Contain("Why are there tides?").And.Contain("Say less.").And.Contain("sailors");
        Said(story).Should().Contain("So the sea rises.");
        story.NotInVideo.Should().BeEmpty();
    }

    [Theory]
    [InlineData("The sea rises twice in 25 hours.", true)]
    [InlineData("The sea rises twice in 24 hours.", false)]
    [InlineData("Dragons guard golden treasure.", false)]
    [InlineData("But why does it rise?", true)]
    public void FaultOf_Statement_TracesByFiguresAndWords(string statement, bool traces) =>
        (SourceTrace.FaultOf(statement, ["The water of the sea rises twice in 25 hours."]) is null).Should().Be(traces);

    [Fact]
    public async Task JudgeAsync_Story_ScoresItByTheSource()
    {
        var asked = new List<string>();
        var chat = new ScoringChat(asked, """{"score": 71, "remarks": ["Say less."]}""");
        var story = new StoryToJudge(await Lessons.PlanTextAsync(Lesson, null), Lesson);

        var verdict = await new ChatCritic(chat, Prompts).JudgeAsync(story, default);

        verdict.Score.Should().Be(71);
        asked.Should().ContainSingle().Which.Should().Contain("Fundy");
    }

    private static WrittenSentence Traced { get; } = new("The Moon pulls the sea towards it.", [1]);

    private static PromptCatalog Prompts { get; } = new(PromptCatalog.Variables.ToDictionary(
        pair => pair.Key,
        pair => new Prompt($"{pair.Key}", pair.Value, "", string.Join('\n', pair.Value.Keys.Select(name => $"{{{name}}}")))));

    private static WrittenStory Story(params WrittenSentence[] sentences) => new()
    {
        Title = "Tides",
        Subject = "physics",
        Language = "en",
        Sections = [new WrittenSection { Heading = "Why the sea rises", Form = WrittenForm.Text, Sentences = sentences }],
    };

    private static Task<Story> PlanAsync(FakeChat chat, string source, SourceKind kind, params string[] critique) =>
        new ChatDirector(chat, Prompts, new LessonPlanner()).PlanAsync(
            new StoryRequest { Source = source, SourceKind = kind, Audience = "sailors", Critique = critique, LessonsFolder = "" },
            default);

    private static string Said(Story story) => string.Join('\n', story.Segments.Select(segment => segment.Narration));

    private sealed class FakeChat(params WrittenStory[] answers) : IChatModel
    {
        public List<string> Asked { get; } = [];

        public string Identity => "fake/1";

        public Task<T> AskAsync<T>(ChatQuestion question, Func<T, IReadOnlyList<string>> faultsOf, CancellationToken cancellationToken)
        {
            var answer = (T)(object)answers[Asked.Count];
            Asked.Add(question.User);
            faultsOf(answer).Should().BeEmpty();
            return Task.FromResult(answer);
        }
    }

    private sealed class ScoringChat(List<string> asked, string answer) : IChatModel
    {
        public string Identity => "fake/1";

        public Task<T> AskAsync<T>(ChatQuestion question, Func<T, IReadOnlyList<string>> faultsOf, CancellationToken cancellationToken)
        {
            asked.Add(question.User);
            var judged = System.Text.Json.JsonSerializer.Deserialize<T>(answer, System.Text.Json.JsonSerializerOptions.Web)!;
            faultsOf(judged).Should().BeEmpty();
            return Task.FromResult(judged);
        }
    }
}
