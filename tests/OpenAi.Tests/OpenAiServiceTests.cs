using OpenAI.Chat;
using TemporalVideo.Studio;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Tests.OpenAi;

namespace TemporalVideo.OpenAi.Tests;

public sealed class OpenAiServiceTests
{
    private const string Model = "gpt-5-mini";

    [Fact]
    public async Task PayAsync_GoodCall_GoesThroughTheDoorWithItsKey()
    {
        await using var bench = await Bench.StartAsync();

        var answer = await AskAsync(bench);

        answer.Should().Be("Understood.");
        bench.Calls.Should().ContainSingle().Which.Provider.Should().Be("openai");
        bench.Fake.Paid.Should().ContainSingle().Which.ClientKey.Should().Be("the-key");
    }

    [Fact]
    public async Task PayAsync_StructuredOutput_AnswersWhatFitsTheSchema()
    {
        await using var bench = await Bench.StartAsync();
        const string Schema = """
            {"type": "object", "additionalProperties": false, "required": ["title", "scores"], "properties": {
              "title": {"type": "string"}, "scores": {"type": "array", "items": {"type": "integer"}}}}
            """;

        var answer = await AskAsync(bench, Schema);

        answer.Should().Be("""{"title":"text","scores":[1]}""");
    }

    [Theory]
    [InlineData("""{"type": "object", "additionalProperties": false, "required": [], "properties": {"a": {"type": "string"}}}""")]
    [InlineData("""{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}""")]
    [InlineData("""{"type": "array", "items": {"type": "string"}}""")]
    public async Task PayAsync_SchemaThatIsNotStrict_IsRejectedUnpaid(string schema)
    {
        await using var bench = await Bench.StartAsync();

        var failure = await bench.FailureOfAsync(() => AskAsync(bench, schema));

        failure.Kind.Should().Be(ProviderFailure.Rejected);
        failure.Message.Should().Contain("Invalid schema for response_format 'plan'");
        bench.Fake.PaidMicroDollars.Should().Be(0);
    }

    [Fact]
    public async Task PayAsync_WrongKey_SaysWhatToDoAndNotTheKey()
    {
        await using var bench = await Bench.StartAsync("sk-wrong-5a5a5a");

        var failure = await bench.FailureOfAsync(() => AskAsync(bench));

        failure.Kind.Should().Be(ProviderFailure.Rejected);
        failure.Message.Should().Contain("OPENAI_API_KEY").And.Contain("***");
        failure.ToString().Should().NotContain("sk-wrong-5a5a5a");
    }

    [Fact]
    public async Task PayAsync_Busy_SaysWhenToAskAgainAndAsksOnce()
    {
        await using var bench = await Bench.StartAsync();
        bench.Fake.Plan("chat", new Fault.Busy(7));

        var failure = await bench.FailureOfAsync(() => AskAsync(bench));

        (failure.Kind, failure.TryAgain).Should().Be((ProviderFailure.Busy, true));
        RetryLaterException.In(failure)!.After.Should().Be(TimeSpan.FromSeconds(7));
        bench.Fake.Requests.Should().ContainSingle();
        bench.Fake.PaidMicroDollars.Should().Be(0);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task PayAsync_ErrorOfTheServer_IsAnOutageThatIsTriedAgain(int status)
    {
        await using var bench = await Bench.StartAsync();
        bench.Fake.Plan("chat", new Fault.Failing(status));

        var failure = await bench.FailureOfAsync(() => AskAsync(bench));

        (failure.Kind, failure.TryAgain, failure.SpeaksOfOutage).Should().Be((ProviderFailure.Down, true, true));
        bench.Fake.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task PayAsync_ConnectionCutAfterTheCharge_IsUnclearAndNotTriedAgain()
    {
        await using var bench = await Bench.StartAsync();
        bench.Fake.Plan("chat", new Fault.CutAfterCharge());

        var failure = await bench.FailureOfAsync(() => AskAsync(bench));

        (failure.Kind, failure.TryAgain).Should().Be((ProviderFailure.Unclear, false));
        bench.Fake.Paid.Should().ContainSingle();
    }

    [Fact]
    public async Task PayAsync_NoAnswerInTime_IsUnclear()
    {
        await using var bench = await Bench.StartAsync(timeoutSeconds: 1);
        bench.Fake.Plan("chat", new Fault.Slow(TimeSpan.FromMinutes(5)));

        var failure = await bench.FailureOfAsync(() => AskAsync(bench));

        failure.Kind.Should().Be(ProviderFailure.Unclear);
    }

    [Fact]
    public async Task PayAsync_Nonsense_CannotBeUsed()
    {
        await using var bench = await Bench.StartAsync();
        bench.Fake.Plan("chat", new Fault.Nonsense());

        var failure = await bench.FailureOfAsync(() => AskAsync(bench));

        failure.Kind.Should().Be(ProviderFailure.Unusable);
    }

    [Fact]
    public async Task PayAsync_RefusedByModeration_IsNotTriedAgain()
    {
        await using var bench = await Bench.StartAsync();

        var failure = await bench.FailureOfAsync(() => AskAsync(bench, says: "Something forbidden."));

        (failure.Kind, failure.TryAgain).Should().Be((ProviderFailure.Refused, false));
    }

    [Fact]
    public async Task PayAsync_NobodyListens_IsDownUnpaid()
    {
        var bench = await Bench.StartAsync();
        await bench.DisposeAsync();

        var failure = await bench.FailureOfAsync(() => AskAsync(bench));

        failure.Kind.Should().Be(ProviderFailure.Down);
        failure.Message.Should().Contain("is not reached");
    }

    [Fact]
    public async Task PayAsync_CancelledByTheCaller_IsNoFailureOfTheService()
    {
        await using var bench = await Bench.StartAsync();
        using var stop = new CancellationTokenSource();
        bench.Fake.Faults = _ =>
        {
            stop.Cancel();
            return new Fault.Slow(TimeSpan.FromMinutes(5));
        };

        var asking = FluentActions.Awaiting(() => AskAsync(bench, cancellationToken: stop.Token));

        await asking.Should().ThrowAsync<OperationCanceledException>();
    }

    private static Task<string> AskAsync(
        Bench bench, string? schema = null, string says = "Explain rain.", CancellationToken cancellationToken = default)
    {
        var options = new ChatCompletionOptions();
        if (schema is not null)
        {
            options.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                "plan", BinaryData.FromString(schema), jsonSchemaIsStrict: true);
        }

        var call = new PaidCall
        {
            Provider = bench.Service.Name,
            Model = Model,
            Capability = Capability.Chat,
            Units = 1,
            Unit = "answer",
            Price = 0.01m,
            Key = "the-key",
        };
        return bench.Service.PayAsync(
            call,
            async token =>
            {
                var result = await bench.Service.Chat(Model).CompleteChatAsync([new UserChatMessage(says)], options, token);
                return new PaidAnswer<string>(result.Value.Content[0].Text, 1, 0, OpenAiService.RequestIdOf(result));
            },
            cancellationToken);
    }
}
