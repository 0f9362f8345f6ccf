using System.Runtime.CompilerServices;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;
using static TemporalVideo.Workflows.Tests.Jobs.PipelineBench;

namespace TemporalVideo.Workflows.Tests.Jobs;

public sealed class JobPipelineTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Run_FailedJob_SkipsDependentsWithReasonAndRunsTheRepair()
    {
        var hands = new FakeHands { ["build"] = _ => throw Failed("broken") };

        var state = await RunAsync(
            hands,
            [Job("build"), Job("ship", new JobNeed("build")), Job("repair", new JobNeed("build", NeedCondition.Failure))],
            Ended);

        Of(state, "build").State.Should().Be(JobState.Failed);
        Of(state, "ship").Should().Match<JobProgress>(job => job.State == JobState.Skipped && job.Reason!.Contains("'build'"));
        Of(state, "repair").State.Should().Be(JobState.Completed);
        state.Outcome.Should().Be(PipelineOutcome.Failed);
    }

    [Fact]
    public async Task Run_FailsTwice_IsTriedAgainUpToItsRetries()
    {
        var hands = new FakeHands { ["flaky"] = task => task.Attempt < 3 ? throw Failed("not yet") : Task.CompletedTask };

        var state = await RunAsync(hands, [Job("flaky") with { MaxRetries = 2, BackoffSeconds = 0.01 }], Ended);

        Of(state, "flaky").Should().Match<JobProgress>(job => job.State == JobState.Completed && job.RetryCount == 2 && job.Attempt == 3);
    }

    [Fact]
    public async Task Run_FinalFailure_IsNotTriedAgain()
    {
        var hands = new FakeHands { ["flaky"] = _ => throw Failed("never", final: true) };

        var state = await RunAsync(hands, [Job("flaky") with { MaxRetries = 2 }], Ended);

        Of(state, "flaky").Should().Match<JobProgress>(job => job.State == JobState.Failed && job.Attempt == 1);
    }

    [Fact]
    public async Task Run_ManyJobs_KeepsToItsPlacesAndGoesOnInNewRuns()
    {
        var hands = new FakeHands();

        var state = await RunAsync(
            hands, [.. Enumerable.Range(0, 12).Select(number => Job($"job-{number}"))], Ended,
            input => input with { MaxParallel = 3, EventsPerRun = 12 });

        state.Jobs.Should().OnlyContain(job => job.State == JobState.Completed && job.Attempt == 1);
        hands.Runs.Distinct().Should().HaveCountGreaterThan(1);
        hands.Most.Should().BeLessThanOrEqualTo(3);
        hands.Written.Select(changes => changes.Revision).Should().Equal(Enumerable.Range(1, hands.Written.Count));
        hands.Written.SelectMany(changes => changes.Nodes).Select(node => node.Id)
            .Should().Equal(state.Nodes.Select(node => node.Id), "each job is told once, over all runs");
        hands.Written.SelectMany(changes => changes.Jobs).GroupBy(job => job.Job).Select(job => job.Last())
            .Should().BeEquivalentTo(state.Jobs);
        hands.Written.Last().Outcome.Should().Be(PipelineOutcome.Completed);
    }

    [Fact]
    public async Task Approve_OnlyByWhoMay_LetsThePipelineGoOn()
    {
        var state = await RunAsync(
            new FakeHands(),
            [Job("ok") with { Type = JobTypes.Approval, Approvers = ["eva"] }, Job("ship", new JobNeed("ok"))],
            async handle =>
            {
                await UntilAsync(handle, "ok", JobState.Waiting);
                var refused = () => handle.ExecuteUpdateAsync(workflow => workflow.ApproveAsync(new JobApproval("ok", "bob", true, null)));
                await refused.Should().ThrowAsync<WorkflowUpdateFailedException>();
                await handle.ExecuteUpdateAsync(workflow => workflow.ApproveAsync(new JobApproval("ok", "eva", true, null)));
                await Ended(handle);
            });

        Of(state, "ok").Reason.Should().Contain("eva");
        Of(state, "ship").State.Should().Be(JobState.Completed);
    }

    [Fact]
    public async Task Approve_WaitedInEarlierRuns_GetsNoMoreTime()
    {
        TimeSpan left = default;

        await RunAsync(
            new FakeHands(),
            [Job("ok") with { Type = JobTypes.Approval, TimeoutSeconds = 3600 }],
            async handle =>
            {
                await UntilAsync(handle, "ok", JobState.Waiting);
                left = (await handle.FetchHistoryAsync()).Events.Single(each => each.TimerStartedEventAttributes is not null)
                    .TimerStartedEventAttributes.StartToFireTimeout.ToTimeSpan();
                await handle.ExecuteUpdateAsync(workflow => workflow.ApproveAsync(new JobApproval("ok", "eva", true, null)));
                await Ended(handle);
            },
            input => input with
            {
                WaitingSince = new Dictionary<string, DateTime> { ["ok"] = DateTime.UtcNow - TimeSpan.FromMinutes(40) },
            });

        left.Should().BeCloseTo(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Cancel_OnTheWayToANewRun_IsNotForgotten()
    {
        var hands = new FakeHands
        {
            WhenWritten = changes => changes.Jobs.Any(job => job.Job == "a" && job.State == JobState.Completed)
                ? ActivityExecutionContext.Current.TemporalClient.GetWorkflowHandle(JobPipelineId.Of(changes.Pipeline)).CancelAsync()
                : Task.CompletedTask,
        };

        var state = await RunAsync(hands, [Job("a"), Job("b", new JobNeed("a"))], Ended, input => input with { EventsPerRun = 12 });

        hands.Runs.Should().ContainSingle("the next job would belong to the next run");
        state.Outcome.Should().Be(PipelineOutcome.Cancelled);
        Of(state, "b").State.Should().Be(JobState.Cancelled);
        hands.Written.Last().Outcome.Should().Be(PipelineOutcome.Cancelled);
    }

    [Fact]
    public async Task Spawn_WaitsForItsJobAndStopsAtTheLimit()
    {
        string? refusal = null;
        var hands = new FakeHands
        {
            ["test"] = async task =>
            {
                var handle = ActivityExecutionContext.Current.TemporalClient.GetWorkflowHandle<JobPipelineWorkflow>(
                    JobPipelineId.Of(task.Pipeline));
                var spawn = new JobSpawn("test", task.Attempt, "dev", "The test fails.", null);
                (await handle.ExecuteUpdateAsync(workflow => workflow.SpawnAsync(spawn))).Should().Be("dev.2");
                await UntilAsync(handle, "dev.2", JobState.Completed);
                refusal = (await FluentActions.Awaiting(() => handle.ExecuteUpdateAsync(workflow => workflow.SpawnAsync(spawn)))
                    .Should().ThrowAsync<WorkflowUpdateFailedException>()).Which.InnerException!.Message;
            },
        };

        var state = await RunAsync(
            hands, [Job("dev"), Job("test", new JobNeed("dev"))], Ended, input => input with { MaxParallel = 1, MaxSpawned = 1 });

        state.Outcome.Should().Be(PipelineOutcome.Completed);
        refusal.Should().Contain("max_spawned").And.Contain("'dev.2' for 'test' (Completed)");
    }

    [Fact]
    public async Task Cancel_StopsWhatRunsAndWhatWaits()
    {
        var hands = new FakeHands
        {
            ["long"] = async _ =>
            {
                using var beats = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
                while (await beats.WaitForNextTickAsync(ActivityExecutionContext.Current.CancellationToken))
                {
                    ActivityExecutionContext.Current.Heartbeat();
                }
            },
        };

        var state = await RunAsync(hands, [Job("long"), Job("next", new JobNeed("long"))], async handle =>
        {
            await UntilAsync(handle, "long", JobState.Running);
            await handle.CancelAsync();
            await Ended(handle);
        });

        state.Outcome.Should().Be(PipelineOutcome.Cancelled);
        state.Jobs.Should().OnlyContain(job => job.State == JobState.Cancelled);
    }

    private Task<JobPipelineState> RunAsync(
        FakeHands hands,
        IReadOnlyList<JobNode> jobs,
        Func<WorkflowHandle<JobPipelineWorkflow>, Task> act,
        Func<JobPipelineInput, JobPipelineInput>? change = null,
        [CallerMemberName] string name = "") => PipelineBench.RunAsync(fixture, hands, jobs, act, change, name);
}
