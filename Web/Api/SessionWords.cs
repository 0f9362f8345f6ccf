using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Temporalio.Client;
using TemporalVideo.Sessions.Takes;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>What people say to sessions that run, from the page, over the API and by MCP: reviews, decisions, that they stop.</summary>
/// <param name="reads">Knows the runs.</param>
/// <param name="takes">Knows the takes of segments.</param>
internal sealed class SessionWords(SessionReads reads, SessionTakes takes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Approves story or scenes, asks for a revision, or chooses a take.</summary>
    /// <exception cref="WebException">It names no version, or no take that there is.</exception>
    public async Task ReviewAsync(SessionKey session, Review review, CancellationToken cancellationToken)
    {
        if (review.Edits?.All(edit => edit is { SegmentId: not null } && edit.Sentences?.Contains(null!) != true) != true)
        {
            throw new WebException(
                StatusCodes.Status400BadRequest, "edits: expected a list of segments, each with segmentId; null is none, and no sentence.");
        }

        if (review.Approves && review.Version is null)
        {
            throw new WebException(
                StatusCodes.Status400BadRequest, "An approval names the version that was looked at (GET …/story says which).");
        }

        if (review is { Take: { } take, SegmentId: { } id } && await takes.ObjectionAsync(session, id, take, cancellationToken) is { } no)
        {
            throw new WebException(StatusCodes.Status409Conflict, no);
        }

        await UpdateAsync(session, workflow => workflow.ReviewAsync(review), cancellationToken);
    }

    /// <summary>Says what is done with steps that have failed and wait for a person.</summary>
    public Task DecideAsync(SessionKey session, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.Steps is null || decision.Steps.Contains(null!))
        {
            throw new WebException(StatusCodes.Status400BadRequest, "steps: expected a list of ids; none means all that wait.");
        }

        var by = decision with { By = session.UserId };
        return UpdateAsync(session, workflow => workflow.DecideAsync(by), cancellationToken);
    }

    /// <summary>Asks a session to stop.</summary>
    public async Task CancelAsync(SessionKey session, CancellationToken cancellationToken)
    {
        await RunningRun.RequireAsync(reads.Handle(session), "session", cancellationToken);
        await reads.Handle(session).CancelAsync(new WorkflowCancelOptions { Rpc = new() { CancellationToken = cancellationToken } });
    }

    private async Task UpdateAsync(
        SessionKey session, Expression<Func<VideoWorkflow, Task>> update, CancellationToken cancellationToken)
    {
        var rpc = new RpcOptions { CancellationToken = cancellationToken, Timeout = Patience };
        await RunningRun.RequireAsync(reads.Handle(session), "session", cancellationToken);
        await reads.Handle(session).ExecuteUpdateAsync(update, new WorkflowUpdateOptions { Rpc = rpc });
    }
}
