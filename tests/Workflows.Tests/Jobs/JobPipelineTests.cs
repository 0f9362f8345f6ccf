using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

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

    private static JobNode Job(string id, params JobNeed[] needs) => new() { Id = id, Type = JobTypes.Command, Needs = needs };

    private static JobProgress Of(JobPipelineState state, string job) => state.Jobs.Single(each => each.Job == job);

    private static ApplicationFailureException Failed(string why, bool final = false) =>
        new(why, errorType: FailureTypes.JobFailed, nonRetryable: final);

    private static async Task Ended(WorkflowHandle<JobPipelineWorkflow> handle) =>
        await ((Task)handle.GetResultAsync<JobPipelineState>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task UntilAsync(WorkflowHandle<JobPipelineWorkflow> handle, string job, JobState state)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await handle.QueryAsync(workflow => workflow.Job(job)))?.State != state)
        {
            await timer.WaitForNextTickAsync();
        }
    }

    private async Task<JobPipelineState> RunAsync(
        FakeHands hands,
        IReadOnlyList<JobNode> jobs,
        Func<WorkflowHandle<JobPipelineWorkflow>, Task> act,
        Func<JobPipelineInput, JobPipelineInput>? change = null,
        [CallerMemberName] string name = "")
    {
        var queue = $"jobs-{Guid.NewGuid():N}";
        var input = new JobPipelineInput
        {
            Pipeline = new SessionKey("anna", Guid.NewGuid().ToString("N")),
            Template = "test",
            PlanKey = "none",
            Nodes = jobs,
        };
        input = change?.Invoke(input) ?? input;
        using var worker = new TemporalWorker(
            fixture.Client, new TemporalWorkerOptions(queue).AddWorkflow<JobPipelineWorkflow>().AddAllActivities(hands));
        await worker.ExecuteAsync(async () =>
        {
            await fixture.Client.StartWorkflowAsync(
                (JobPipelineWorkflow workflow) => workflow.RunAsync(input),
                new WorkflowOptions(JobPipelineId.Of(input.Pipeline), queue) { IdConflictPolicy = WorkflowIdConflictPolicy.Fail });
            var handle = fixture.Client.GetWorkflowHandle<JobPipelineWorkflow>(JobPipelineId.Of(input.Pipeline));
            await act(handle);
            await RecordAsync(handle, name);
        });
        return hands.Kept!;
    }

    /// <summary>Records what <see cref="ReplayTests"/> replays, when a release is named as in <see cref="HistoryRecording"/>.</summary>
    private static async Task RecordAsync(WorkflowHandle handle, string name)
    {
        if (HistoryRecording.Release is { } release)
        {
            var folder = Path.Combine(TestPaths.RepositoryRoot, "tests", "Workflows.Tests", "Histories", release);
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"pipeline-{name.Replace('_', '-').ToLowerInvariant()}.json"),
                HistoryRecording.WithoutMachine((await handle.FetchHistoryAsync()).ToJson()));
        }
    }

    private sealed class FakeHands : Dictionary<string, Func<JobTask, Task>>, IRunJob, IKeepPipeline, IRecordPipeline
    {
        private int _now;

        public ConcurrentQueue<string> Runs { get; } = new();

        public int Most { get; private set; }

        public JobPipelineState? Kept { get; private set; }

        public ConcurrentQueue<PipelineChanges> Written { get; } = new();

        [Activity]
        public Task RecordPipelineAsync(PipelineChanges changes)
        {
            Written.Enqueue(changes);
            return Task.CompletedTask;
        }

        [Activity]
        public async Task<string> RunJobAsync(JobTask task)
        {
            Runs.Enqueue(ActivityExecutionContext.Current.Info.WorkflowRunId!);
            Most = Math.Max(Most, Interlocked.Increment(ref _now));
            try
            {
                await GetValueOrDefault(task.Node.Id)(task);
                return "done";
            }
            finally
            {
                Interlocked.Decrement(ref _now);
            }
        }

        [Activity]
        public Task KeepPipelineAsync(JobPipelineState state)
        {
            Kept = state;
            return Task.CompletedTask;
        }

        private Func<JobTask, Task> GetValueOrDefault(string job) => TryGetValue(job, out var work) ? work : _ => Task.CompletedTask;
    }
}
