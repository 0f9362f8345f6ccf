using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Jobs;

/// <summary>Runs pipelines with activities that do as they are told.</summary>
internal static class PipelineBench
{
    public static JobNode Job(string id, params JobNeed[] needs) => new() { Id = id, Type = JobTypes.Command, Needs = needs };

    public static JobProgress Of(JobPipelineState state, string job) => state.Jobs.Single(each => each.Job == job);

    public static ApplicationFailureException Failed(string why, bool final = false) =>
        new(why, errorType: FailureTypes.JobFailed, nonRetryable: final);

    public static async Task Ended(WorkflowHandle<JobPipelineWorkflow> handle) =>
        await ((Task)handle.GetResultAsync<JobPipelineState>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public static async Task UntilAsync(WorkflowHandle<JobPipelineWorkflow> handle, string job, JobState state)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await handle.QueryAsync(workflow => workflow.Job(job)))?.State != state)
        {
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Runs a pipeline with a worker of its own.</summary>
    public static async Task<JobPipelineState> RunAsync(
        VideoWorkflowFixture fixture,
        FakeHands hands,
        IReadOnlyList<JobNode> jobs,
        Func<WorkflowHandle<JobPipelineWorkflow>, Task> act,
        Func<JobPipelineInput, JobPipelineInput>? change = null,
        string name = "")
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
            fixture.Client,
            new TemporalWorkerOptions(queue).AddWorkflow<JobPipelineWorkflow>().AddWorkflow<FakeVideo>().AddAllActivities(hands));
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
    public static async Task RecordAsync(WorkflowHandle handle, string name)
    {
        if (name.Length > 0 && HistoryRecording.Release is { } release)
        {
            var folder = Path.Combine(TestPaths.RepositoryRoot, "tests", "Workflows.Tests", "Histories", release);
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"pipeline-{name.Replace('_', '-').ToLowerInvariant()}.json"),
                HistoryRecording.WithoutMachine((await handle.FetchHistoryAsync()).ToJson()));
        }
    }
}
