using System.Collections.Concurrent;
using Temporalio.Activities;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Jobs;

/// <summary>Activities of jobs that do as they are told, and note what they were asked.</summary>
internal sealed class FakeHands
    : Dictionary<string, Func<JobTask, Task>>, ITakePlace, IRunJob, IKeepPipeline, IRecordPipeline, IOrderVideo, IKeepVideo
{
    private int _now;

    public ConcurrentQueue<string> Runs { get; } = new();

    public int Most { get; private set; }

    public JobPipelineState? Kept { get; private set; }

    /// <summary>Does something while rows are written.</summary>
    public Func<PipelineChanges, Task>? WhenWritten { get; set; }

    /// <summary>The places of running jobs; default without a limit.</summary>
    public PlaceBook Places { get; init; } = new();

    public ConcurrentQueue<PipelineChanges> Written { get; } = new();

    [Activity]
    public Task<PlaceAnswer> TakePlaceAsync(PlaceRequest request) => Task.FromResult(Places.Take(request));

    [Activity]
    public Task RecordPipelineAsync(PipelineChanges changes)
    {
        Places.Leave(changes);
        Written.Enqueue(changes);
        return WhenWritten?.Invoke(changes) ?? Task.CompletedTask;
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
    public Task<VideoInput> OrderVideoAsync(JobTask task) => Task.FromResult(new VideoInput
    {
        Session = new SessionKey(task.Pipeline.UserId, $"{task.Pipeline.SessionId}-{task.Node.Id}"),
        Source = task.Node.Id,
    });

    [Activity]
    public Task<string> KeepVideoAsync(JobVideo video) => Task.FromResult($"kept '{video.Result.Title}'");

    [Activity]
    public Task KeepPipelineAsync(JobPipelineState state)
    {
        Kept = state;
        return Task.CompletedTask;
    }

    private Func<JobTask, Task> GetValueOrDefault(string job) => TryGetValue(job, out var work) ? work : _ => Task.CompletedTask;
}

/// <summary>A video of a job: it fails or waits where its source says so.</summary>
[Workflow(VideoWorkflowNames.Workflow)]
public sealed class FakeVideo
{
    /// <summary>Makes nothing.</summary>
    /// <param name="input">The order.</param>
    [WorkflowRun]
    public async Task<VideoResult> RunAsync(VideoInput input)
    {
        if (input.Source == "waits")
        {
            await Workflow.WaitConditionAsync(() => false);
        }

        return input.Source == "fails"
            ? throw new ApplicationFailureException("The lesson is empty.", errorType: FailureTypes.StorySource, nonRetryable: true)
            : new VideoResult
            {
                Session = input.Session,
                Title = input.Source,
                Seconds = 1,
                Segments = 1,
                ComposedBy = AgentName.Agent5,
                Cost = new CostReport(),
                TookSeconds = 1,
            };
    }
}
