using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Jobs;

/// <summary>What a schedule starts.</summary>
public sealed class ScheduledPipelineTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Run_Due_RunsAPipelineWithAnIdOfItsOwnAndEndsAsItDoes()
    {
        var (queue, name) = ($"jobs-{Guid.NewGuid():N}", new SessionKey("anna", $"nightly-{Guid.NewGuid():N}"));
        var hands = new FakeHands { ["bad"] = _ => throw PipelineBench.Failed("broken", final: true) };
        using var worker = new TemporalWorker(
            fixture.Client,
            new TemporalWorkerOptions(queue).AddWorkflow<ScheduledPipelineWorkflow>().AddWorkflow<JobPipelineWorkflow>()
                .AddAllActivities(hands));

        await worker.ExecuteAsync(async () =>
        {
            await RunAsync("good");
            await PipelineBench.RecordAsync(fixture.Client.GetWorkflowHandle($"{name}-good"), "scheduled");
            hands.Kept!.Outcome.Should().Be(PipelineOutcome.Completed);
            hands.Kept.Pipeline.UserId.Should().Be("anna");
            hands.Kept.Pipeline.SessionId.Should().MatchRegex($"^{name.SessionId}-[0-9]{{8}}-[0-9]{{6}}$");
            await FluentActions.Awaiting(() => RunAsync("bad")).Should().ThrowAsync<WorkflowFailedException>();
        });

        Task<JobPipelineState> RunAsync(string job)
        {
            var input = new JobPipelineInput { Pipeline = name, Template = "t", PlanKey = "none", Nodes = [PipelineBench.Job(job)] };
            return fixture.Client.ExecuteWorkflowAsync(
                (ScheduledPipelineWorkflow workflow) => workflow.RunAsync(input), new WorkflowOptions($"{name}-{job}", queue));
        }
    }
}
