using Temporalio.Activities;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using TemporalVideo.Worker.Interceptors;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Worker;

/// <summary><c>--fail</c>: the steps of the agents named fail for good, and no others.</summary>
public sealed class ForcedFailuresTests
{
    private static readonly SessionKey Session = new("anna", "s1");

    [Fact]
    public async Task ExecuteActivityAsync_StepOfAFailingAgent_FailsForGoodWithoutRunning()
    {
        var steps = new Steps();

        var run = () => RunAsync(steps, new AgentTask { Session = Session, Agent = AgentName.Agent5 });

        var failure = (await run.Should().ThrowAsync<ApplicationFailureException>()).Which;
        (failure.ErrorType, failure.NonRetryable).Should().Be((FailureTypes.ForcedFailure, true));
        steps.Run.Should().Be(0);
    }

    public static TheoryData<object?[]> Others => new()
    {
        new object?[] { new AgentTask { Session = Session, Agent = AgentName.Agent6 } },
        new object?[] { new CloseTask { Session = Session, Outcome = VideoOutcome.Failed, Cost = 0 } },
        Array.Empty<object?>(),
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task ExecuteActivityAsync_OtherStep_Runs(object?[] arguments)
    {
        var steps = new Steps();

        (await RunAsync(steps, arguments)).Should().Be("done");
        steps.Run.Should().Be(1);
    }

    private static Task<object?> RunAsync(Steps steps, params object?[] arguments)
    {
        var definition = ActivityDefinition.Create("Step", typeof(string), [], 0, _ => "done");
        var interceptor = new ForcedFailures([AgentName.Agent5]).InterceptActivity(steps);
        return interceptor.ExecuteActivityAsync(new ExecuteActivityInput(definition, arguments, null));
    }

    private sealed class Steps() : ActivityInboundInterceptor(null!)
    {
        public int Run { get; private set; }

        public override Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            Run++;
            return Task.FromResult<object?>("done");
        }
    }
}
