using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

public sealed class LostWorkerTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task RunAsync_StepLosesMoreWorkersThanItHasAttempts_IsStillMadeByAgent5()
    {
        var studio = new FakeStudio().Losing("RenderClip", 4);

        await fixture.RunAsync(
            studio, async handle => (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5),
            input => WithLosses(input, 10));

        studio.Count("RenderClip").Should().Be(8, "four calls were lost and there are four segments");
    }

    [Fact]
    public async Task RunAsync_StepLosesEveryWorker_EndsWithThatReason()
    {
        var studio = new FakeStudio().Losing("TimeNarration", 1000);

        await fixture.RunAsync(
            studio,
            async handle =>
            {
                var failure = await VideoWorkflowTests.Failure(handle);
                failure.ErrorType.Should().Be(FailureTypes.WorkersLost);
                failure.Message.Should().Contain("TimeNarration").And.Contain("lost its worker 2 times");
            },
            input => WithLosses(input, 2));

        studio.Count("TimeNarration").Should().Be(2);
    }

    [Fact]
    public async Task RunAsync_WorkerStopsAfterAFailure_LeavesOnlyTheAttemptsThatRemain()
    {
        var calls = 0;
        var studio = new FakeStudio().Failing("MakeSilentClip", "SixToo");
        studio.On("RenderClip", () => throw (Interlocked.Increment(ref calls) == 2
            ? new ApplicationFailureException("Stopped.", errorType: FailureTypes.WorkerStopped, details: [2])
            : new ApplicationFailureException("It broke.", errorType: FailureTypes.ToolFailed)));

        await fixture.RunAsync(
            studio, async handle => (await VideoWorkflowTests.Failure(handle)).ErrorType.Should().Be("SixToo"),
            input => WithLosses(input, 10));

        calls.Should().Be(4, "three failures of the step count, the stopped worker does not");
    }

    private static VideoInput WithLosses(VideoInput input, int most) => input with
    {
        Settings = input.Settings with { HeartbeatSeconds = 1, MaxLostWorkers = most, MaxParallel = 1 },
    };
}
