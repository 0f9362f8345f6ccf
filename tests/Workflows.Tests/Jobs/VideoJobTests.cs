using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using TemporalVideo.Workflows.Contracts;
using static TemporalVideo.Workflows.Tests.Jobs.PipelineBench;

namespace TemporalVideo.Workflows.Tests.Jobs;

/// <summary>Jobs of type <c>video</c>: a workflow of their own.</summary>
public sealed class VideoJobTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Run_VideosOfWhichOneFails_KeepsTheOthersAndSaysWhy()
    {
        var state = await RunAsync(
            fixture, new FakeHands(), [Video("sky"), Video("fails"), Job("zip", new JobNeed("sky"))], Ended,
            name: nameof(Run_VideosOfWhichOneFails_KeepsTheOthersAndSaysWhy));

        Of(state, "sky").Should().Match<JobProgress>(job => job.State == JobState.Completed && job.Reason == "kept 'sky'");
        Of(state, "fails").Should().Match<JobProgress>(job => job.State == JobState.Failed && job.Reason!.Contains("The lesson is empty."));
        Of(state, "zip").State.Should().Be(JobState.Completed);
    }

    [Fact]
    public async Task Cancel_VideoThatIsMade_CancelsItsWorkflow()
    {
        WorkflowHandle? video = null;

        var state = await RunAsync(fixture, new FakeHands(), [Video("waits")], async handle =>
        {
            video = await StartedAsync(handle);
            await handle.CancelAsync();
            await Ended(handle);
        });

        state.Outcome.Should().Be(PipelineOutcome.Cancelled);
        (await video!.DescribeAsync()).Status.Should().Be(WorkflowExecutionStatus.Canceled);
    }

    [Fact]
    public async Task Run_VideoBeyondItsLimit_IsStoppedAndFails()
    {
        WorkflowHandle? video = null;

        var state = await RunAsync(fixture, new FakeHands(), [Video("waits") with { TimeoutSeconds = 1 }], async handle =>
        {
            video = await StartedAsync(handle);
            await Ended(handle);
        });

        Of(state, "waits").Should().Match<JobProgress>(job => job.State == JobState.Failed && job.Reason!.Contains("timeout_seconds"));
        (await video!.DescribeAsync()).Status.Should().Be(WorkflowExecutionStatus.Canceled);
    }

    private static JobNode Video(string id) => Job(id) with { Type = JobTypes.Video };

    private async Task<WorkflowHandle> StartedAsync(WorkflowHandle<JobPipelineWorkflow> handle)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync())
        {
            var history = await handle.FetchHistoryAsync();
            if (history.Events.FirstOrDefault(each => each.ChildWorkflowExecutionStartedEventAttributes is not null) is { } started)
            {
                return fixture.Client.GetWorkflowHandle(
                    started.ChildWorkflowExecutionStartedEventAttributes.WorkflowExecution.WorkflowId);
            }
        }

        throw new InvalidOperationException();
    }
}
