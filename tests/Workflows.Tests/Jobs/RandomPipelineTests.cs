using System.Collections.Concurrent;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Jobs;

/// <summary>
/// Random graphs of two users run by the real workflow, all at once, with failures, lost workers, new runs and cancels at random moments;
/// they end as the model says that knows nothing of all this, and so do their rows, and no more jobs of a user run than may.
/// </summary>
public sealed class RandomPipelineTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    private const int Pipelines = 12;
    private const int Places = 3;
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(30);

    [Fact]
    public async Task Run_RandomPipelines_EndAsTheModelSays()
    {
        var queue = $"jobs-{Guid.NewGuid():N}";
        var hands = new RandomHands();
        using var worker = new TemporalWorker(
            fixture.Client,
            new TemporalWorkerOptions(queue) { MaxCachedWorkflows = 10 }.AddWorkflow<JobPipelineWorkflow>().AddAllActivities(hands));

        await worker.ExecuteAsync(() => Task.WhenAll(Enumerable.Range(0, Pipelines).Select(seed => RunAsync(seed, queue, hands))));

        hands.Places.Most.Should().Be(Places);
        hands.Places.Refusals.Should().BePositive();
        hands.Places.Taken.Should().Be(0, "all were given back");
    }

    private async Task RunAsync(int seed, string queue, RandomHands hands)
    {
        var random = new Random(seed);
        var (nodes, fails) = RandomGraphTests.Draw(random);
        var input = new JobPipelineInput
        {
            Pipeline = new SessionKey(seed % 2 == 0 ? "anna" : "bob", $"random-{seed}-{Guid.NewGuid():N}"),
            Template = "test",
            PlanKey = "none",
            Nodes = [.. nodes.Select(node => node with { BackoffSeconds = 0.01 })],
            MaxParallel = random.Next(1, 5),
            EventsPerRun = random.Next(2) == 0 ? 8000 : random.Next(30, 90),
        };
        var cancels = seed % 3 == 0;
        var pipeline = hands.Expect(input, fails, cancelAfter: cancels ? random.Next(1, nodes.Count + 1) : int.MaxValue);
        var handle = await fixture.Client.StartWorkflowAsync(
            (JobPipelineWorkflow workflow) => workflow.RunAsync(input), new WorkflowOptions(JobPipelineId.Of(input.Pipeline), queue));
        await ((Task)handle.GetResultAsync()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var model = RandomGraphTests.Model(nodes, fails);
        var (state, why) = (pipeline.Kept!, $"of seed {seed}");
        state.Jobs.Where(job => job.State != JobState.Cancelled).Should().NotContain(job => job.State != model[job.Job], why);
        state.Jobs.Where(job => job.State == JobState.Completed).Should().NotContain(job => job.RetryCount != fails[job.Job], why);
        var uncancelled = model.ContainsValue(JobState.Failed) ? PipelineOutcome.Failed : PipelineOutcome.Completed;
        state.Outcome.Should().BeOneOf([uncancelled, cancels ? PipelineOutcome.Cancelled : uncancelled], why);
        (cancels || state.Jobs.All(job => job.State != JobState.Cancelled)).Should().BeTrue(why);
        pipeline.Twice.Should().BeEmpty(why);
        pipeline.Written.SelectMany(changes => changes.Jobs).GroupBy(job => job.Job).Select(job => job.Last())
            .Should().BeEquivalentTo(state.Jobs, why);
        pipeline.Written.Last().Outcome.Should().Be(state.Outcome, why);
    }

    internal sealed class RandomPipeline(JobPipelineInput input, IReadOnlyDictionary<string, int> fails, int cancelAfter)
    {
        private readonly ConcurrentDictionary<string, int> _failed = new();
        private readonly ConcurrentDictionary<string, bool> _done = new();
        private int _begun;

        public JobPipelineState? Kept { get; set; }

        public ConcurrentQueue<PipelineChanges> Written { get; } = new();

        /// <summary>Jobs that were run again when they had been done.</summary>
        public ConcurrentQueue<string> Twice { get; } = new();

        public async Task RunAsync(JobTask task, ITemporalClient client)
        {
            if (Interlocked.Increment(ref _begun) == cancelAfter)
            {
                await client.GetWorkflowHandle(JobPipelineId.Of(input.Pipeline)).CancelAsync();
            }

            if (HashCode.Combine(task.Attempt, task.Node.Id.Length, input.MaxParallel) % 5 == 0 && task.Attempt < 5)
            {
                throw new ApplicationFailureException("The worker goes.", errorType: FailureTypes.WorkerStopped);
            }

            if (_failed.AddOrUpdate(task.Node.Id, 1, (_, count) => count + 1) <= fails[task.Node.Id])
            {
                throw PipelineBench.Failed("not yet");
            }

            if (!_done.TryAdd(task.Node.Id, true))
            {
                Twice.Enqueue(task.Node.Id);
            }
        }
    }

    internal sealed class RandomHands : ITakePlace, IRunJob, IKeepPipeline, IRecordPipeline
    {
        private readonly ConcurrentDictionary<SessionKey, RandomPipeline> _pipelines = new();

        public PlaceBook Places { get; } = new(RandomPipelineTests.Places);

        public RandomPipeline Expect(JobPipelineInput input, IReadOnlyDictionary<string, int> fails, int cancelAfter) =>
            _pipelines[input.Pipeline] = new RandomPipeline(input, fails, cancelAfter);

        [Activity]
        public Task<PlaceAnswer> TakePlaceAsync(PlaceRequest request) => Task.FromResult(Places.Take(request));

        [Activity]
        public Task<string> RunJobAsync(JobTask task) => Places.CountAsync(task.Pipeline.UserId, async () =>
        {
            await Task.Delay(Work);
            await _pipelines[task.Pipeline].RunAsync(task, ActivityExecutionContext.Current.TemporalClient);
            return "done";
        });

        [Activity]
        public Task RecordPipelineAsync(PipelineChanges changes)
        {
            Places.Leave(changes);
            _pipelines[changes.Pipeline].Written.Enqueue(changes);
            return Task.CompletedTask;
        }

        [Activity]
        public Task KeepPipelineAsync(JobPipelineState state)
        {
            _pipelines[state.Pipeline].Kept = state;
            return Task.CompletedTask;
        }
    }
}
