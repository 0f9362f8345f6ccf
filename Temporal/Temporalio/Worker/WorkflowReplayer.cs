using System.Runtime.CompilerServices;
using Temporalio.Api.History.V1;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker.Codecs;
using Temporalio.Worker.Execution;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker;

/// <summary>Runs workflow code on recorded histories to see whether it still does what they show. Needs no server.</summary>
public class WorkflowReplayer
{
    private readonly WorkflowRunOptions _runOptions;

    /// <summary>Makes a replayer.</summary>
    /// <param name="options">What to replay with. Copied.</param>
    /// <exception cref="ArgumentException">There is no workflow.</exception>
    public WorkflowReplayer(WorkflowReplayerOptions options)
    {
        Options = (WorkflowReplayerOptions)options.Clone();
        if (Options.Workflows.Count == 0)
        {
            throw new ArgumentException("A replayer must have at least one workflow", nameof(options));
        }

        var registry = new WorkflowRegistry(Options.Workflows, d => new(
            d,
            Options.Namespace,
            Options.DataConverter,
            Options.LoggerFactory,
            [.. Options.Interceptors ?? []],
            Options.WorkflowFailureExceptionTypes ?? []));
        _runOptions = new(Options.Namespace, registry.Find, new NoLocalActivities(), Options.DebugMode);
    }

    /// <summary>The options, as they were copied.</summary>
    public WorkflowReplayerOptions Options { get; }

    /// <summary>Replays a history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="throwOnReplayFailure">Whether a failure is thrown rather than returned. Default: true.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="WorkflowNondeterminismException">The code does not do what the history shows.</exception>
    /// <exception cref="InvalidWorkflowOperationException">The code failed otherwise.</exception>
    public async Task<WorkflowReplayResult> ReplayWorkflowAsync(WorkflowHistory history, bool throwOnReplayFailure = true)
    {
        ArgumentNullException.ThrowIfNull(history);
        Exception? failure = null;
        try
        {
            var events = await DecodeAsync(history.Events).ConfigureAwait(false);
            if (events.Count == 0 || events[0].WorkflowExecutionStartedEventAttributes is not { } started)
            {
                throw new ArgumentException($"The history of {history.Id} does not begin with the start of a workflow", nameof(history));
            }

            using var run = new WorkflowRun(started.OriginalExecutionRunId, _runOptions);
            await run.ReplayAsync(events).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ArgumentException)
        {
            failure = e as InvalidWorkflowOperationException
                ?? new InvalidWorkflowOperationException($"Replay of {history.Id} failed: {e.Message}", e.ToString());
        }

        return failure is not null && throwOnReplayFailure ? throw failure : new(history, failure);
    }

    /// <summary>Replays histories one after the other.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="throwOnReplayFailure">Whether the first failure is thrown rather than returned. Default: false.</param>
    /// <returns>The outcomes, in the order of the histories.</returns>
    public async Task<IEnumerable<WorkflowReplayResult>> ReplayWorkflowsAsync(
        IEnumerable<WorkflowHistory> histories, bool throwOnReplayFailure = false)
    {
        var results = new List<WorkflowReplayResult>();
        foreach (var history in histories)
        {
            results.Add(await ReplayWorkflowAsync(history, throwOnReplayFailure).ConfigureAwait(false));
        }

        return results;
    }

    /// <summary>Replays histories as they come.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="throwOnReplayFailure">Whether the first failure is thrown rather than returned. Default: false.</param>
    /// <param name="cancellationToken">Stops between histories.</param>
    /// <returns>The outcomes, in the order of the histories.</returns>
    public async IAsyncEnumerable<WorkflowReplayResult> ReplayWorkflowsAsync(
        IAsyncEnumerable<WorkflowHistory> histories,
        bool throwOnReplayFailure = false,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var history in histories.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return await ReplayWorkflowAsync(history, throwOnReplayFailure).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<HistoryEvent>> DecodeAsync(IReadOnlyCollection<HistoryEvent> events)
    {
        if (Options.DataConverter.PayloadCodec is not { } codec)
        {
            return [.. events];
        }

        var visitor = new PayloadVisitor(codec.DecodeAsync);
        var decoded = events.Select(e => e.Clone()).ToList();
        foreach (var e in decoded)
        {
            await visitor.VisitAsync(e).ConfigureAwait(false);
        }

        return decoded;
    }

    private sealed class NoLocalActivities : ILocalActivityExecutor
    {
        public Task<ActivityTasks.ActivityOutcome> RunAsync(
            LocalActivityRequest request, int attempt, DateTime scheduled, Workflows.WorkflowInfo workflow, CancellationToken cancellation) =>
            throw new InvalidOperationException("A replay runs no local activities");
    }
}
