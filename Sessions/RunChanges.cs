using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace TemporalVideo.Sessions;

/// <summary>
/// Tells when something has happened in a run, by the server's own long poll of its history: what a workflow says is seen at once, and a
/// run in which nothing happens is not asked again and again. A process waits so for a <see cref="LongPollPlace">limited number</see> of
/// runs; further ones are looked at from time to time, the more seldom the longer nothing happens.
/// </summary>
/// <param name="handle">The run.</param>
internal sealed class RunChanges(WorkflowHandle handle) : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestGlance = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _left = new();
    private readonly LongPollPlace? _place = LongPollPlace.TryTake(handle.Client.Connection);
    private TimeSpan _glance = Glance;
    private ByteString _behind = ByteString.Empty;
    private Task? _next;

    /// <summary>Returns when something has happened since the last time, or it is time to look.</summary>
    /// <param name="longest">How long to wait at most; above a second: nothing has happened, or may without an event.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        if (_place is null)
        {
            _glance = longest > LongestGlance ? TimeSpan.FromTicks(Math.Min(2 * _glance.Ticks, LongestGlance.Ticks)) : Glance;
            await Task.Delay(_glance, cancellationToken);
            return;
        }

        _next ??= NextAsync(_place.Connection, _left.Token);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_next, Task.Delay(longest, enough.Token));
        await enough.CancelAsync();
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
        _place?.Dispose();
    }

    private async Task NextAsync(ITemporalConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var answer = await connection.WorkflowService.GetWorkflowExecutionHistoryAsync(
                    new GetWorkflowExecutionHistoryRequest
                    {
                        Namespace = handle.Client.Options.Namespace,
                        Execution = new() { WorkflowId = handle.Id, RunId = handle.RunId ?? "" },
                        WaitNewEvent = true,
                        HistoryEventFilterType = HistoryEventFilterType.AllEvent,
                        NextPageToken = _behind,
                    },
                    new RpcOptions { CancellationToken = cancellationToken });
                _behind = answer.NextPageToken;
                if (answer.History?.Events.Count > 0)
                {
                    return;
                }

                if (_behind.IsEmpty)
                {
                    await Task.Delay(Glance, cancellationToken);
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
