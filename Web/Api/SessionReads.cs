using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Temporalio.Client;
using TemporalVideo.Sessions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>Asks sessions what the page and the API show.</summary>
/// <param name="client">Of the namespace.</param>
/// <param name="store">Of the workers.</param>
internal sealed class SessionReads(ITemporalClient client, IObjectStore store)
{
    /// <summary>A session's run.</summary>
    public WorkflowHandle<VideoWorkflow, VideoResult> Handle(SessionKey session) =>
        client.GetWorkflowHandle<VideoWorkflow, VideoResult>(VideoWorkflowId.Of(session));

    /// <summary>Where a session stands, with links on this server.</summary>
    public async Task<VideoState> StateAsync(SessionKey session, CancellationToken cancellationToken) =>
        FileLinks.Of(session).In(await QueryAsync(session, workflow => workflow.Status(), cancellationToken));

    /// <summary>What a session has cost.</summary>
    public Task<CostReport> CostAsync(SessionKey session, CancellationToken cancellationToken) =>
        QueryAsync(session, workflow => workflow.Cost(), cancellationToken);

    /// <summary>The messages behind a number.</summary>
    public async Task<IReadOnlyList<StatusMessage>> StatusesAsync(SessionKey session, int after, CancellationToken cancellationToken) =>
        [.. (await QueryAsync(session, workflow => workflow.Statuses(after), cancellationToken)).Select(FileLinks.Of(session).In)];

    /// <summary>The story of a session with its version; null before there is one.</summary>
    public async Task<StoryAnswer?> StoryAsync(SessionKey session, CancellationToken cancellationToken)
    {
        var digest = await QueryAsync(session, workflow => workflow.Storyboard(), cancellationToken);
        if (digest is null)
        {
            return null;
        }

        return await new StoryReader(store).ReadAsync(session, digest, cancellationToken) is { } story
            ? new StoryAnswer(digest.Version!, story)
            : throw new WebException(
                StatusCodes.Status404NotFound, "The script is not in the object store that this server is configured for.");
    }

    private Task<T> QueryAsync<T>(SessionKey session, Expression<Func<VideoWorkflow, T>> query, CancellationToken cancellationToken) =>
        PatientQuery.AskAsync(() => Handle(session).QueryAsync(query, PatientQuery.Options(cancellationToken)));
}

/// <summary>A story and which version of it.</summary>
/// <param name="Version">What an approval names, so that what was seen is what is approved.</param>
/// <param name="Story">The story.</param>
internal sealed record StoryAnswer(string Version, Story Story);
