using System.Runtime.CompilerServices;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Follows the status messages of a run with the query <c>Statuses</c>.</summary>
/// <param name="handle">The run.</param>
/// <param name="links">Makes the links of the messages.</param>
/// <param name="tell">Is told what is not a message: that no worker answers, what activities fail with.</param>
internal sealed class RunWatcher(WorkflowHandle<VideoWorkflow, VideoResult> handle, VideoLinks links, Action<string> tell)
{
    /// <summary>How long a run in which nothing happens is not asked: what is told of it then is that no worker answers.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    /// <summary>How long it is not looked at while what is no event may happen, such as an attempt that fails.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);

    /// <summary>The messages in order, until the run has ended.</summary>
    public async IAsyncEnumerable<StatusMessage> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var calls = new PatientCall(tell, TimeProvider.System);
        var seen = 0;
        var warned = false;
        var told = new HashSet<(string ActivityId, int FailedAttempts)>();
        RunStand? known = null;
        var asked = TimeProvider.System.GetTimestamp();
        using var changes = new RunChanges(handle);
        while (true)
        {
            var (stand, ended, troubles) = await LookAsync(calls, cancellationToken);
            IReadOnlyList<StatusMessage>? news = [];

            // A workflow says nothing without a workflow task, and that leaves events: the worker is not asked in vain.
            var quiet = stand == known && TimeProvider.System.GetElapsedTime(asked) < Quiet;
            if (!quiet)
            {
                news = await TryQueryAsync(seen, cancellationToken);
                (known, asked) = (news is null ? null : stand, TimeProvider.System.GetTimestamp());
            }

            if (news is null && !warned)
            {
                warned = true;
                tell("No worker answers at present; the session goes on when one runs ('starter worker').");
            }

            foreach (var trouble in troubles.Where(trouble => told.Add((trouble.ActivityId, trouble.FailedAttempts))))
            {
                tell(trouble.ToString());
            }

            foreach (var message in news ?? [])
            {
                seen = message.Sequence;
                yield return links.In(message);
            }

            if (ended)
            {
                yield break;
            }

            // Attempts of activities fail without an event.
            await changes.WaitAsync(quiet && !stand.IsBusy ? Quiet : Busy, cancellationToken);
        }
    }

    /// <summary>What is needed of the server's description: the whole of it would be kept while nothing happens.</summary>
    private async Task<(RunStand Stand, bool Ended, IReadOnlyList<Trouble> Troubles)> LookAsync(
        PatientCall calls, CancellationToken cancellationToken)
    {
        var description = await calls.MakeAsync(() => DescribeAsync(cancellationToken), cancellationToken);
        var info = description.WorkflowExecutionInfo;
        return (
            new RunStand(info.Execution.RunId, info.HistoryLength, description.PendingActivities.Count > 0),
            info.Status != WorkflowExecutionStatus.Running,
            await Trouble.OfAsync(description.PendingActivities, handle.Client.Options.DataConverter));
    }

    /// <returns>Null when no worker answers.</returns>
    private async Task<IReadOnlyList<StatusMessage>?> TryQueryAsync(int seen, CancellationToken cancellationToken)
    {
        try
        {
            return await PatientQuery.AskAsync(() =>
                handle.QueryAsync(workflow => workflow.Statuses(seen), PatientQuery.Options(cancellationToken)));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && NoWorker.Explains(exception))
        {
            return null;
        }
    }

    private Task<DescribeWorkflowExecutionResponse> DescribeAsync(CancellationToken cancellationToken) =>
        RawDescription.ReadAsync(handle, new RpcOptions { CancellationToken = cancellationToken });

    /// <summary>How far a run is.</summary>
    /// <param name="RunId">Of runs with the same id, which.</param>
    /// <param name="Events">How many events its history has.</param>
    /// <param name="IsBusy">Whether activities are under way.</param>
    private sealed record RunStand(string RunId, long Events, bool IsBusy);
}
