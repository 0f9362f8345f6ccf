using System.Runtime.CompilerServices;
using Temporalio.Activities;
using Temporalio.Client;
using TemporalVideo.Workflows.Contracts;
using static TemporalVideo.Workflows.Tests.Jobs.PipelineBench;

namespace TemporalVideo.Workflows.Tests.Jobs;

/// <summary>How the jobs of a pipeline take, hand over and give back places among the running jobs of their user.</summary>
public sealed class RunningPlacesTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    private static readonly PlaceRequest Another = new()
    {
        Pipeline = new SessionKey("anna", "another"),
        Place = new JobPlace("long", 1),
    };

    [Fact]
    public async Task Run_NoPlace_IsQueuedWithTheReasonAndCostsFewEvents()
    {
        var hands = new FakeHands { Places = new PlaceBook(1) };
        hands.Places.Take(Another);

        var state = await RunAsync(hands, [Job("a")], async handle =>
        {
            await WhenAsync(handle, "a", job => job is { State: JobState.Queued, Attempt: 0, Reason: "1 jobs run." });
            await TriedAsync(hands.Places, 5);
            (await handle.FetchHistoryAsync()).Events.Count(each => each.ActivityTaskScheduledEventAttributes is not null)
                .Should().BeLessThanOrEqualTo(5, "two asks, and the rows");
            hands.Places.Leave(Left(Another));
            await Ended(handle);
        });

        Of(state, "a").Should().Be(new JobProgress("a", JobState.Completed, 1, 0, 0, "done"));
        hands.Places.Taken.Should().Be(0);
        hands.Written.SelectMany(changes => changes.Jobs).Should().Contain(job => job.Reason == "1 jobs run.");
    }

    [Fact]
    public async Task Cancel_WaitsForAPlace_GivesItsTurnBack()
    {
        var hands = new FakeHands { Places = new PlaceBook(1) };
        hands.Places.Take(Another);

        var state = await RunAsync(hands, [Job("a"), Job("b")], async handle =>
        {
            await WhenAsync(handle, "b", job => job.Reason is not null);
            await TriedAsync(hands.Places, 4);
            await handle.CancelAsync();
            await Ended(handle);
        });

        state.Jobs.Should().OnlyContain(job => job.State == JobState.Cancelled && job.Attempt == 0);
        hands.Written.SelectMany(changes => changes.Left ?? []).Should().BeEquivalentTo([new JobPlace("a", 1), new JobPlace("b", 1)]);
        hands.Places.Taken.Should().Be(1, "only that of the other pipeline");
    }

    [Fact]
    public async Task Spawn_OnePlace_IsHandedOnAndBack()
    {
        var hands = new FakeHands { Places = new PlaceBook(1) };
        var during = new List<int>();
        hands["test"] = async task =>
        {
            var handle = Handle(task);
            await SpawnAsync(task, "dev");
            await WhenAsync(handle, "dev.2", job => job.IsFinal);
            await WhenAsync(handle, "test", job => job.State == JobState.Running);
            during.Add(hands.Places.Taken);
        };

        var state = await RunAsync(hands, [Job("dev"), Job("test", new JobNeed("dev"))], Ended);

        state.Outcome.Should().Be(PipelineOutcome.Completed, "who waits for another job does not keep its place from it");
        during.Should().Equal([1], "it goes on in the place of what it waited for");
        hands.Places.Taken.Should().Be(0);
        hands.Written.SelectMany(changes => changes.Left ?? []).Should().BeEquivalentTo(
            [new JobPlace("dev", 1), new JobPlace("test", 1), new JobPlace("dev.2", 1)]);
    }

    [Fact]
    public async Task Spawn_EndsWhileItWaitsItself_HasItsParentAskForAPlace()
    {
        var hands = new FakeHands { Places = new PlaceBook(1) };
        var isRunning = new TaskCompletionSource();
        hands["dev"] = _ => Task.CompletedTask;
        hands["test"] = async task =>
        {
            await SpawnAsync(task, "check");
            await WhenAsync(Handle(task), "test", job => job.State == JobState.Running);
            isRunning.SetResult();
        };
        hands["check.2"] = async task =>
        {
            await SpawnAsync(task, "dev");
            await WhenAsync(Handle(task), "dev.2", job => job.State == JobState.Running);
        };
        hands["dev.2"] = async task =>
        {
            await WhenAsync(Handle(task), "check.2", job => job.IsFinal);
            (await Handle(task).QueryAsync(workflow => workflow.Job("test")))!.State.Should().Be(
                JobState.Waiting, "the only place is that of this job");
        };

        var state = await RunAsync(
            hands,
            [Job("dev"), Job("check"), Job("test", new JobNeed("dev"), new JobNeed("check"))],
            Ended,
            input => input with { MaxParallel = 3 });

        isRunning.Task.IsCompletedSuccessfully.Should().BeTrue();
        state.Jobs.Should().OnlyContain(job => job.State == JobState.Completed);
        hands.Places.Taken.Should().Be(0);
    }

    [Fact]
    public async Task Run_LongHistoryAndNoPlace_AsksOnInANewRun()
    {
        var hands = new FakeHands { Places = new PlaceBook(1), ["a"] = _ => throw Failed("not yet") };

        var state = await RunAsync(
            hands,
            [Job("a") with { MaxRetries = 8, BackoffSeconds = 0.01 }, Job("b")],
            async handle =>
            {
                var first = (await handle.DescribeAsync()).RunId;
                await WhenAsync(handle, "b", job => job.Reason is not null || job.IsFinal);
                await Ended(handle);
                (await handle.DescribeAsync()).RunId.Should().NotBe(first);
            },
            input => input with { EventsPerRun = 40 });

        Of(state, "a").Should().Match<JobProgress>(job => job.State == JobState.Failed && job.Attempt == 9);
        Of(state, "b").Should().Match<JobProgress>(job => job.State == JobState.Completed && job.Attempt == 1);
        hands.Most.Should().Be(1);
        hands.Places.Taken.Should().Be(0);
    }

    /// <summary>The run before was given a place for it as it ended, and could not use it any more.</summary>
    [Fact]
    public async Task Cancel_KeptItsTurnAndHasNotAskedYet_GivesItBack()
    {
        var hands = new FakeHands { Places = new PlaceBook(2) };
        hands["a"] = task => Handle(task).CancelAsync();

        var state = await RunAsync(
            hands,
            [Job("a"), Job("b")],
            Ended,
            input =>
            {
                hands.Places.Take(new PlaceRequest { Pipeline = input.Pipeline, Place = new JobPlace("b", 1) });
                JobProgress Queued(string job) => new(job, JobState.Queued, 0, 0, 0, null);
                return input with { MaxParallel = 1, Progress = [Queued("a"), Queued("b")], InLine = ["a", "b"] };
            });

        Of(state, "b").Should().Match<JobProgress>(job => job.State == JobState.Cancelled && job.Attempt == 0);
        hands.Places.Taken.Should().Be(0);
    }

    private static WorkflowHandle<JobPipelineWorkflow> Handle(JobTask task) =>
        ActivityExecutionContext.Current.TemporalClient.GetWorkflowHandle<JobPipelineWorkflow>(JobPipelineId.Of(task.Pipeline));

    private static Task<string> SpawnAsync(JobTask task, string job)
    {
        var spawn = new JobSpawn(task.Node.Id, task.Attempt, job, "It fails.", null);
        return Handle(task).ExecuteUpdateAsync(workflow => workflow.SpawnAsync(spawn));
    }

    private static PipelineChanges Left(PlaceRequest request) => new()
    {
        Pipeline = request.Pipeline,
        Template = "test",
        PlanKey = "none",
        Round = 1,
        Revision = 1,
        Outcome = PipelineOutcome.Running,
        At = default,
        Known = 0,
        Nodes = [],
        Jobs = [],
        Left = [request.Place],
    };

    private static async Task WhenAsync(WorkflowHandle<JobPipelineWorkflow> handle, string job, Func<JobProgress, bool> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await handle.QueryAsync(workflow => workflow.Job(job)) is not { } now || !isSo(now))
        {
            await timer.WaitForNextTickAsync();
        }
    }

    private static async Task TriedAsync(PlaceBook places, int times)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (places.Refusals < times)
        {
            await timer.WaitForNextTickAsync();
        }
    }

    private Task<JobPipelineState> RunAsync(
        FakeHands hands,
        IReadOnlyList<JobNode> jobs,
        Func<WorkflowHandle<JobPipelineWorkflow>, Task> act,
        Func<JobPipelineInput, JobPipelineInput>? change = null,
        [CallerMemberName] string name = "") => PipelineBench.RunAsync(fixture, hands, jobs, act, change, $"places-{name}");
}
