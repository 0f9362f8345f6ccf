using TemporalVideo.OpenAi.Chat;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling.Prompts;

namespace TemporalVideo.OpenAi.Tests;

public sealed class OpenAiChatTests
{
    private const string Good = """{"title": "Rain", "marks": [{"name": "a", "worth": 3}]}""";

    [Fact]
    public async Task AskAsync_GoodAnswer_IsReadAndBilledByTheTokensThatItTook()
    {
        await using var bench = await Bench.StartAsync();
        bench.Fake.Chat = _ => Good;

        var answer = await ChatOf(bench).AskAsync<Form>(Question, _ => [], default);

        answer.Marks.Should().ContainSingle().Which.Worth.Should().Be(3);
        Math.Ceiling(bench.Booked * 1_000_000).Should().Be(bench.Fake.PaidMicroDollars);
        bench.Calls.Should().ContainSingle().Which.Price.Should().BeGreaterThan(bench.Booked);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("""{"title": "Rain"}""")]
    [InlineData("""{"title": "Rain", "marks": [], "more": 1}""")]
    [InlineData("""{"title": null, "marks": []}""")]
    [InlineData("""{"title": "bad", "marks": []}""")]
    public async Task AskAsync_AnswerThatDoesNotFit_IsSentBackOnceWithWhatIsWrong(string bad)
    {
        await using var bench = await Bench.StartAsync();
        var answers = new Queue<string>([bad, Good]);
        bench.Fake.Chat = _ => answers.Dequeue();

        var answer = await ChatOf(bench).AskAsync<Form>(Question, form => form.Title == "bad" ? ["the title is bad"] : [], default);

        answer.Title.Should().Be("Rain");
        bench.Fake.Requests.Should().HaveCount(2);
        bench.Fake.Requests[1].Body["messages"]!.AsArray().Select(message => message!["role"]!.GetValue<string>())
            .Should().Equal("system", "user", "assistant", "system", "user");
        bench.Calls.Select(call => call.Key).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task AskAsync_TwoAnswersThatDoNotFit_FailClearlyAndAreNotTriedAgain()
    {
        await using var bench = await Bench.StartAsync();
        bench.Fake.Chat = _ => "still no JSON";

        var failure = await bench.FailureOfAsync(() => ChatOf(bench).AskAsync<Form>(Question, _ => [], default));

        failure.TryAgain.Should().BeFalse();
        failure.Message.Should().Contain("'plan' twice").And.Contain("config/providers.yaml");
        bench.Fake.Paid.Should().HaveCount(2);
        bench.Discarded.Should().Equal(bench.Calls, "who tries again is answered anew");
    }

    private static ChatQuestion Question { get; } = new("plan", "A planner.", "Plan rain.");

    private static OpenAiChat ChatOf(Bench bench) => new(
        bench.Service,
        new OpenAiChatOptions { Model = "gpt-4.1-mini", MostTokens = 500, Tokens = new TokenPrices(0.4m, 1.6m) },
        new Circuit("openai", 2, TimeSpan.FromMinutes(1), TimeProvider.System),
        new Prompt("repair", new Dictionary<string, PromptVariable> { ["faults"] = PromptVariable.List }, "Mend.", "{faults}"));

    private sealed record Form(string Title, IReadOnlyList<Mark> Marks);

    private sealed record Mark(string Name, int Worth);
}
