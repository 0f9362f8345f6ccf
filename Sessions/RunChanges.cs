using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace TemporalVideo.Sessions;

/// <summary>
/// Tells when something has happened in a run, by the server's own long poll of its history: what a workflow says is seen at once, and a
/// run in which nothing happens is not asked again and again. A process waits so for a limited number of runs, so that the calls that
/// wait leave room on the connection for others; further runs are looked at from time to time.
/// </summary>
/// <param name="handle">The run.</param>
internal sealed class RunChanges(WorkflowHandle handle) : IDisposable
{
    /// <summary>A connection carries a hundred calls at once.</summary>
    private const int MostWaiting = 64;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(400);

    /// <summary>What is no event, such as an attempt that failed, is seen after this time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly SemaphoreSlim Places = new(MostWaiting);

    private readonly CancellationTokenSource _left = new();
    private readonly bool _waits = Places.Wait(0);
    private ByteString _place = ByteString.Empty;
    private Task? _next;

    /// <summary>Returns when something has happened since the last time, or it is time to look.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!_waits)
        {
            await Task.Delay(Glance, cancellationToken);
            return;
        }

        _next ??= NextAsync(_left.Token);
        await Task.WhenAny(_next, Task.Delay(Longest, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (_next.IsCompleted)
        {
            _next = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        if (_waits)
        {
            Places.Release();
        }
    }

    private async Task NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var answer = await handle.Client.Connection.WorkflowService.GetWorkflowExecutionHistoryAsync(
                    new GetWorkflowExecutionHistoryRequest
                    {
                        Namespace = handle.Client.Options.Namespace,
                        Execution = new() { WorkflowId = handle.Id, RunId = handle.RunId ?? "" },
                        WaitNewEvent = true,
                        HistoryEventFilterType = HistoryEventFilterType.AllEvent,
                        NextPageToken = _place,
                    },
                    new RpcOptions { CancellationToken = cancellationToken });
                _place = answer.NextPageToken;
                if (answer.History?.Events.Count > 0)
                {
                    return;
                }

                if (_place.IsEmpty)
                {
                    await Task.Delay(Longest, cancellationToken);
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException)
        {
            // Whoever looks finds out what is wrong; until then it is not asked faster than from time to time.
            await Task.Delay(Glance, CancellationToken.None);
        }
    }
}
