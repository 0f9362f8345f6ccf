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
    /// <summary>The messages in order, until the run has ended.</summary>
    public async IAsyncEnumerable<StatusMessage> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var calls = new PatientCall(tell, TimeProvider.System);
        var seen = 0;
        var warned = false;
        var told = new HashSet<(string ActivityId, int FailedAttempts)>();
        using var changes = new RunChanges(handle);
        while (true)
        {
            var description = await calls.MakeAsync(() => DescribeAsync(cancellationToken), cancellationToken);
            var ended = description.WorkflowExecutionInfo.Status != WorkflowExecutionStatus.Running;
            var news = await TryQueryAsync(seen, cancellationToken);
            if (news is null && !warned)
            {
                warned = true;
                tell("No worker answers at present; the session goes on when one runs ('starter worker').");
            }

            var troubles = await Trouble.OfAsync(description.PendingActivities, handle.Client.Options.DataConverter);
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

            await changes.WaitAsync(cancellationToken);
        }
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
}
