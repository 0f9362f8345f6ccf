using System.Text.Json;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Studio.Storytelling.Scenes;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class ChatScenesTests
{
    private const string Good = """
        {"scenes": [{"id": "s02", "picture": "The Moon over a bay at dusk.", "onScreen": ["The water rises", "Giant octopuses"]},
                    {"id": "s03", "picture": "A harbour with 2 ships.", "onScreen": ["Ships wait for water"]}]}
        """;

    [Fact]
    public async Task WriteAsync_TextThatIsNotSaid_IsSentBackOnceAndThenLeftOut()
    {
        var chat = new ScriptedChat(Good, Good);

        var story = await Room(chat).WriteAsync(
            new SceneOrder(Told, ["s02", "s03"], [new SceneScore("s02", 40, "Show the Moon.")]), default);

        chat.Faults.Should().ContainSingle().Which.Should().Contain("s02: \"Giant octopuses\" is not said in its narration");
        story.Segments.Select(segment => segment.VisualGuidance)
            .Should().Equal("Planned.", "The Moon over a bay at dusk.", "A harbour with 2 ships.");
        story.Segments[1].KeyPoints.Should().Equal("The water rises");
        story.Segments[2].KeyPoints.Should().Equal(["2 hours"], "a diagram has the lesson's data");
        story.Segments.Select(segment => segment.GuidedBy).Should().Equal(null, "fake/1", "fake/1");
        chat.Asked[0].Should().Contain("s02, 40 of 100: Show the Moon.").And.Contain("- s03\n");
        SceneOrder.Unwritten(story).Should().Equal("s01");
    }

    [Theory]
    [InlineData("""{"scenes": [{"id": "s02", "picture": "Seven waves, 7 boats.", "onScreen": []}]}""", "s02: the picture is to show 7")]
    [InlineData("""{"scenes": [{"id": "s09", "picture": "A bay.", "onScreen": []}]}""", "s02: expected once, found 0 times.")]
    [InlineData("""{"scenes": [{"id": "s02", "picture": " ", "onScreen": []}]}""", "s02: there is no picture.")]
    public async Task WriteAsync_AnswerThatCannotBeUsed_IsAFaultTwice(string answer, string fault)
    {
        var chat = new ScriptedChat(answer, answer);

        var write = () => Room(chat).WriteAsync(new SceneOrder(Told, ["s02"], []), default);

        await write.Should().ThrowAsync<ProviderException>();
        chat.Faults.Should().HaveCount(2).And.AllSatisfy(found => found.Should().Contain(fault));
    }

    [Fact]
    public async Task LookAsync_Look_ReachesTheWriterAndThePainter()
    {
        var chat = new ScriptedChat(
            """{"style": "Ink on paper.", "recurring": [{"name": "Moon", "looks": "a silver disc"}]}""", Good, Good);

        var look = await Room(chat).LookAsync(Told, default);
        var story = await Room(chat).WriteAsync(new SceneOrder(Told with { Look = look }, ["s02", "s03"], []), default);

        chat.Asked[1].Should().Contain("- Ink on paper.\n- Moon: a silver disc");
        StoryLook.PromptOf(story, story.Segments[1]).Should().Be("The Moon over a bay at dusk.\nInk on paper.\nMoon: a silver disc");
        (await new PlannedScenes().LookAsync(Told, default)).Should().BeNull();
    }

    [Fact]
    public async Task WriteAsync_Verbatim_LeavesTheTextsAsTheyAre()
    {
        var story = await Room(new ScriptedChat(Good)).WriteAsync(new SceneOrder(Told, ["s02", "s03"], [], Verbatim: true), default);

        story.Segments[1].KeyPoints.Should().Equal("Twice a day");
    }

    [Fact]
    public async Task JudgeAsync_Scenes_AreScoredInPlayingOrder()
    {
        var chat = new ScriptedChat("""
            {"scenes": [{"id": "s03", "score": 90, "remark": ""}, {"id": "s01", "score": 50, "remark": "A bay."},
                        {"id": "s02", "score": 71, "remark": ""}]}
            """);

        var verdict = await Room(chat).JudgeAsync(Told, 80, default);

        verdict.Scenes.Select(scene => scene.Score).Should().Equal(50, 71, 90);
        verdict.Score.Should().Be(70);
        chat.Asked[0].Should().Contain("PICTURE: Planned.").And.Contain("80");
    }

    [Fact]
    public async Task CohereAsync_Rewritten_AreTakenButNotWhatAPersonWantedOrWhatIsDrawn()
    {
        var chat = new ScriptedChat("""
            {"score": 66, "rewritten": [{"id": "s01", "picture": "A bay."}, {"id": "s02", "picture": "A bay."},
                                        {"id": "s03", "picture": "A bay."}]}
            """);
        var told = Told with
        {
            Segments = [Told.Segments[0] with { GuidedBy = Segment.ByAPerson }, Told.Segments[1] with { Drawn = "x" }, Told.Segments[2]],
        };

        var cohesion = await Room(chat).CohereAsync(told, default);

        cohesion.Rewritten.Should().Equal("s03");
        cohesion.Score.Should().Be(66);
        cohesion.Story.Segments.Select(segment => segment.VisualGuidance).Should().Equal("Planned.", "Planned.", "A bay.");
    }

    [Fact]
    public async Task PlannedScenes_SceneWithMoreThanIsSaid_LosesPoints()
    {
        var strange = Told with
        {
            Segments = [Told.Segments[0], Told.Segments[1] with { KeyPoints = ["Giant octopuses"] }, Told.Segments[2]],
        };

        var verdict = await new PlannedScenes().JudgeAsync(strange, 80, default);

        verdict.Scenes.Select(scene => scene.Score).Should().Equal(100, 60, 100);
        verdict.Scenes[1].Remark.Should().Contain("Giant octopuses");
    }

    private static Story Told { get; } = new()
    {
        Title = "Tides",
        Segments =
        [
            Scene("s01", "Why does the sea rise?"),
            Scene("s02", "The Moon pulls the sea.", "The water rises twice a day.") with { KeyPoints = ["Twice a day"] },
            Scene("s03", "Ships wait 2 hours for the water.") with
            {
                KeyPoints = ["2 hours"], Diagram = new Diagram { Kind = DiagramKind.Number, Items = [] },
            },
        ],
    };

    private static Segment Scene(string id, params string[] sentences) => new()
    {
        Id = id,
        Kind = SegmentKind.Concept,
        Title = $"Tides {id}",
        VisualGuidance = "Planned.",
        Duration = 8,
        Sentences = [.. sentences.Select(text => new Sentence { Text = text })],
    };

    private static ChatScenes Room(ScriptedChat chat) => new(chat, new PromptCatalog(PromptCatalog.Variables.ToDictionary(
        pair => pair.Key,
        pair => new Prompt($"{pair.Key}", pair.Value, "", string.Join('\n', pair.Value.Keys.Select(name => $"{{{name}}}\n"))))));

    /// <summary>A model that gives its answers in order: one with faults is sent back once, as the real one does.</summary>
    private sealed class ScriptedChat(params string[] answers) : IChatModel
    {
        private readonly Queue<string> _answers = new(answers);

        public List<string> Asked { get; } = [];

        public List<string> Faults { get; } = [];

        public string Identity => "fake/1";

        public Task<T> AskAsync<T>(ChatQuestion question, Func<T, IReadOnlyList<string>> faultsOf, CancellationToken cancellationToken)
        {
            Asked.Add(question.User);
            for (var attempt = 0; attempt < 2; attempt++)
            {
                var answer = JsonSerializer.Deserialize<T>(_answers.Dequeue(), JsonSerializerOptions.Web)!;
                var faults = faultsOf(answer);
                if (faults.Count == 0)
                {
                    return Task.FromResult(answer);
                }

                Faults.Add(string.Join('\n', faults));
            }

            throw new ProviderException("fake", ProviderFailure.Refused, "twice");
        }
    }
}
