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

    /// <summary>Where one of its jobs stands.</summary>
    /// <exception cref="KeyNotFoundException">There is no such job; the message says which there are.</exception>
    public async Task<JobProgress> JobAsync(SessionKey pipeline, string job, CancellationToken cancellationToken) =>
        JobOf(await StateAsync(pipeline, cancellationToken), job);

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

    /// <summary>What a job has written behind a place, and what it goes on to write, until its attempt has ended.</summary>
    /// <param name="pipeline">Which pipeline.</param>
    /// <param name="job">Its job.</param>
    /// <param name="attempt">The attempt; 0 for the latest, and those that follow while the job goes on.</param>
    /// <param name="offset">How many bytes the reader has of it.</param>
    /// <param name="follow">Whether to wait for more.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="KeyNotFoundException">There is no such job; the message says which there are.</exception>
    public async IAsyncEnumerable<LogPart> FollowLogAsync(
        SessionKey pipeline, string job, int attempt, int offset, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period);
        var (reading, place) = (attempt, offset);
        while (true)
        {
            var state = await StateAsync(pipeline, cancellationToken);
            var progress = JobOf(state, job);
            reading = reading > 0 ? reading : progress.Attempt;
            if (await LogAsync(pipeline, job, reading, cancellationToken) is { } log && log.Length > place)
            {
                yield return new LogPart(reading, place, log[place..]);
                place = log.Length;
            }

            if (attempt == 0 && progress.Attempt > reading)
            {
                (reading, place) = (reading + 1, 0);
            }
            else if (!follow || progress.IsFinal || progress.Attempt > reading)
            {
                yield break;
            }
            else
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    /// <summary>How an attempt ended and what it left; null when it left nothing.</summary>
    public async Task<JobRecord?> RecordAsync(SessionKey pipeline, string job, int attempt, CancellationToken cancellationToken) =>
        await store.ReadIfThereAsync(new PipelineLayout(pipeline).Record(job, attempt), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize<JobRecord>(bytes.Span) : null;

    /// <summary>Where a job stands in a state.</summary>
    /// <exception cref="KeyNotFoundException">There is no such job; the message says which there are.</exception>
    public static JobProgress JobOf(JobPipelineState state, string job) =>
        state.Jobs.FirstOrDefault(each => each.Job == job) ?? throw new KeyNotFoundException(
            $"{state.Pipeline.SessionId} has no job '{job}'; it has {string.Join(", ", state.Jobs.Select(each => each.Job))}.");
}

/// <summary>A part of the log of an attempt.</summary>
/// <param name="Attempt">Which attempt.</param>
/// <param name="Offset">How many bytes of the log come before it.</param>
/// <param name="Bytes">The part.</param>
internal sealed record LogPart(int Attempt, int Offset, ReadOnlyMemory<byte> Bytes);
