using System.Text.Json;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Converters;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Forks;

/// <summary>A session that has ended, as what it was ordered to be and what it told. No worker is needed to read it.</summary>
/// <param name="Input">Its order.</param>
/// <param name="Version">The version of its story; null when it never had one.</param>
/// <param name="Story">That story.</param>
internal sealed record ParentSession(VideoInput Input, string? Version, Story? Story)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="ForkRefusedException">It has not ended, or nothing is left of it.</exception>
    /// <exception cref="Temporalio.Exceptions.RpcException">There is no such session.</exception>
    public static async Task<ParentSession> ReadAsync(
        ITemporalClient client, IObjectStore store, SessionKey session, CancellationToken cancellationToken)
    {
        var rpc = new RpcOptions { CancellationToken = cancellationToken };
        var handle = client.GetWorkflowHandle(VideoWorkflowId.Of(session));
        var description = await handle.DescribeAsync(new WorkflowDescribeOptions { Rpc = rpc });
        if (description.Status == WorkflowExecutionStatus.Running)
        {
            throw new ForkRefusedException(
                $"The session {session.SessionId} still runs. Wait for its end or stop it; what it has made by then is taken over.");
        }

        var input = await InputAsync(client, handle, rpc);
        var layout = new SessionLayout(session);
        var version = (await store.FindAsync(layout.Storyboard, cancellationToken))?.Tags.Fingerprint;
        return version is not null && await store.ReadIfThereAsync(layout.Story(version), cancellationToken) is { } bytes
            ? new ParentSession(input, version, JsonSerializer.Deserialize<Story>(bytes.Span))
            : new ParentSession(input, null, null);
    }

    /// <summary>The order stands in the first event of the history.</summary>
    private static async Task<VideoInput> InputAsync(ITemporalClient client, WorkflowHandle handle, RpcOptions rpc)
    {
        await foreach (var begun in handle.FetchHistoryEventsAsync(new WorkflowHistoryEventFetchOptions { Rpc = rpc }))
        {
            if (begun.WorkflowExecutionStartedEventAttributes?.Input?.Payloads_ is [var order, ..])
            {
                return await client.Options.DataConverter.ToValueAsync<VideoInput>(order);
            }

            break;
        }

        throw new ForkRefusedException($"The history of {handle.Id} does not say what it was ordered to be. Start a new session.");
    }
}
