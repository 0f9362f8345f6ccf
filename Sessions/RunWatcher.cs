using System.Runtime.CompilerServices;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Follows the status messages of a run with the query <c>Statuses</c>.</summary>
internal sealed class RunWatcher(WorkflowHandle<VideoWorkflow, VideoResult> handle)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>The messages in order, until the run has ended.</summary>
    public async IAsyncEnumerable<StatusMessage> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = 0;
        var warned = false;
        while (true)
        {
            var ended = await HasEndedAsync(cancellationToken);
            var news = await TryQueryAsync(seen, cancellationToken);
            if (news is null && !warned)
            {
                warned = true;
                await Console.Error.WriteLineAsync("No worker answers at present; the session goes on when one runs ('starter worker').");
            }

            foreach (var message in news ?? [])
            {
                seen = message.Sequence;
                yield return message;
            }

            if (ended)
            {
                yield break;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <returns>Null when no worker answers.</returns>
    private async Task<IReadOnlyList<StatusMessage>?> TryQueryAsync(int seen, CancellationToken cancellationToken)
    {
        try
        {
            return await PatientQuery.AskAsync(() => handle.QueryAsync(workflow => workflow.Statuses(seen), PatientQuery.Options(cancellationToken)));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && NoWorker.Explains(exception))
        {
            return null;
        }
    }

    private async Task<bool> HasEndedAsync(CancellationToken cancellationToken)
    {
        var description = await handle.DescribeAsync(new WorkflowDescribeOptions { Rpc = new RpcOptions { CancellationToken = cancellationToken } });
        return description.Status != WorkflowExecutionStatus.Running;
    }
}
