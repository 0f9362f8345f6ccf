using Temporalio.Exceptions;
using TemporalVideo.Activities.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Jobs;

public sealed class TakePlaceTests
{
    [Fact]
    public async Task TakePlace_AllTaken_SaysWhyOrIsToAskAgain()
    {
        await using var bench = await JobBench.StartAsync(limit: 1);
        (await TakeAsync(bench, "a")).Should().Be(new PlaceAnswer(true));

        (await TakeAsync(bench, "b")).Should().Be(new PlaceAnswer(
            false, "It waits for a place: anna has 1 job running, of at most 1 (jobs.max_running_per_user in config/worker.yaml)."));
        var first = await RefusedAsync(bench, "b");
        var second = await RefusedAsync(bench, "c");

        (first.ErrorType, first.NonRetryable).Should().Be((FailureTypes.NoPlace, false));
        second.Message.Should().EndWith("; 1 waits before it.");
        second.NextRetryDelay.Should().BeGreaterThan(first.NextRetryDelay!.Value, "it is farther behind");
    }

    [Fact]
    public async Task TakePlace_NoLimit_AsksNobody()
    {
        await using var bench = await JobBench.StartAsync(limit: 0);

        (await TakeAsync(bench, "a")).IsTaken.Should().BeTrue();

        (await bench.Places.RunsAsync("anna", default)).Should().BeEmpty();
    }

    [Fact]
    public async Task RecordPipeline_PlaceLeft_IsFreeForTheNext()
    {
        await using var bench = await JobBench.StartAsync(limit: 1);
        await TakeAsync(bench, "a");
        await TakeAsync(bench, "b");
        var changes = new PipelineChanges
        {
            Pipeline = JobBench.Pipeline,
            Template = "test",
            PlanKey = "none",
            Round = 1,
            Revision = 1,
            Outcome = PipelineOutcome.Running,
            At = DateTime.UtcNow,
            Known = 0,
            Nodes = [],
            Jobs = [],
            Left = [new JobPlace("a", 1)],
        };

        await bench.RunAsync((RecordPipeline step) => DoneAsync(step.RecordPipelineAsync(changes)));

        (await TakeAsync(bench, "b")).IsTaken.Should().BeTrue();
    }

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }

    private static Task<PlaceAnswer> TakeAsync(JobBench bench, string job, bool waits = false) =>
        bench.RunAsync((TakePlace step) => step.TakePlaceAsync(new PlaceRequest
        {
            Pipeline = JobBench.Pipeline,
            Place = new JobPlace(job, 1),
            Waits = waits,
        }));

    private static async Task<ApplicationFailureException> RefusedAsync(JobBench bench, string job) =>
        (await FluentActions.Awaiting(() => TakeAsync(bench, job, waits: true)).Should().ThrowAsync<ApplicationFailureException>()).Which;
}
