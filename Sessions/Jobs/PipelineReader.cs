using System.Runtime.CompilerServices;
using System.Text.Json;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Jobs;

/// <summary>Reads where pipelines stand, and their logs.</summary>
internal sealed class PipelineReader(ITemporalClient client, IObjectStore store)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>Where a pipeline stands: of one that has ended what was kept, of one that runs what its workflow says.</summary>
    public async Task<JobPipelineState> StateAsync(SessionKey pipeline, CancellationToken cancellationToken)
    {
        var handle = client.GetWorkflowHandle<JobPipelineWorkflow>(JobPipelineId.Of(pipeline));
        var running = (await handle.DescribeAsync(new() { Rpc = new RpcOptions { CancellationToken = cancellationToken } })).Status
            == Temporalio.Api.Enums.V1.WorkflowExecutionStatus.Running;
        return !running && await store.ReadIfThereAsync(new PipelineLayout(pipeline).State, cancellationToken) is { } kept
            ? JsonSerializer.Deserialize<JobPipelineState>(kept.Span)!
            : await PatientQuery.AskAsync(() => handle.QueryAsync(workflow => workflow.State(), PatientQuery.Options(cancellationToken)));
    }

    /// <summary>The state each time that it has changed, until the end.</summary>
    public async IAsyncEnumerable<JobPipelineState> FollowAsync(
        SessionKey pipeline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period);
        JobPipelineState? before = null;
        do
        {
            JobPipelineState? now = null;
            try
            {
                now = await StateAsync(pipeline, cancellationToken);
            }
            catch (Exception away) when (!cancellationToken.IsCancellationRequested
                && (NoWorker.Explains(away) || away is WorkflowQueryFailedException))
            {
                // A worker that has just begun answers in a moment.
            }

            if (now is not null && (before is null || now.Outcome != before.Outcome || !now.Jobs.SequenceEqual(before.Jobs)))
            {
                yield return before = now;
            }
        }
        while (before is not { Outcome: PipelineOutcome.Completed or PipelineOutcome.Failed or PipelineOutcome.Cancelled }
            && await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>The log of an attempt; null when it has none yet.</summary>
    public Task<ReadOnlyMemory<byte>?> LogAsync(SessionKey pipeline, string job, int attempt, CancellationToken cancellationToken) =>
        store.ReadIfThereAsync(new PipelineLayout(pipeline).Log(job, attempt), cancellationToken);

    /// <summary>How an attempt ended and what it left; null when it left nothing.</summary>
    public async Task<JobRecord?> RecordAsync(SessionKey pipeline, string job, int attempt, CancellationToken cancellationToken) =>
        await store.ReadIfThereAsync(new PipelineLayout(pipeline).Record(job, attempt), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize<JobRecord>(bytes.Span) : null;
}
