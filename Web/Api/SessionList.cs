using Microsoft.AspNetCore.Http;
using Temporalio.Client;
using TemporalVideo.Storage.Records.Generations;
using TemporalVideo.Web.Access;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>Lists sessions by the server's search attributes.</summary>
internal static class SessionList
{
    private const int Longest = 200;

    /// <summary>The stages in which a session waits for a person.</summary>
    private static readonly string WaitingStages = string.Join(" OR ", new[]
    {
        nameof(VideoStage.StoryReview), nameof(VideoStage.ScenesReview), VideoSearchAttributes.Parked,
    }.Select(stage => $"{VideoSearchAttributes.Stage.Name} = '{stage}'"));

    /// <summary>The sessions of a caller, those that run first, then the last that have ended; a person at this machine sees all.</summary>
    /// <param name="client">Of the namespace.</param>
    /// <param name="generations">Knows what they cost.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="filter">Which.</param>
    /// <param name="limit">At most so many, up to 200.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<SessionRow>> ReadAsync(
        ITemporalClient client, IGenerations generations, Caller caller, SessionFilter filter, int limit,
        CancellationToken cancellationToken)
    {
        if (limit is < 1 or > Longest)
        {
            throw new WebException(StatusCodes.Status400BadRequest, $"limit: expected 1 to {Longest}.");
        }

        VideoOutcome? wanted = string.IsNullOrEmpty(filter.Outcome) ? null
            : Enum.TryParse<VideoOutcome>(filter.Outcome, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : throw new WebException(
                StatusCodes.Status400BadRequest, $"outcome: expected {string.Join(", ", Enum.GetNames<VideoOutcome>())}.");
        var behind = filter.Before is { } place ? SessionPlace.Parse(place) : null;
        var query = string.Join(" AND ", new[]
        {
            $"WorkflowType = '{VideoWorkflowNames.Workflow}'",
            caller.IsLocal ? null : $"{VideoSearchAttributes.User.Name} = '{caller.UserId}'",
            wanted is null ? null : $"{VideoSearchAttributes.Outcome.Name} = '{wanted}'",
            filter.Waiting ? $"ExecutionStatus = 'Running' AND ({WaitingStages})" : null,
            behind?.Query,
        }.OfType<string>());
        var rows = new List<SessionRow>();
        var options = new WorkflowListOptions { Rpc = new RpcOptions { CancellationToken = cancellationToken } };
        await foreach (var execution in client.ListWorkflowsAsync(query, options))
        {
            if (VideoWorkflowId.TryParse(execution.Id, out var session) && session != behind?.Session
                && await RowAsync(execution, session) is var row && Matches(row, filter.Search))
            {
                rows.Add(row);
            }

            if (rows.Count == limit)
            {
                break;
            }
        }

        var costs = await generations.CostsAsync([.. rows.Select(KeyOf)], cancellationToken);
        return [.. rows.Select(row => costs.TryGetValue(KeyOf(row), out var cost) ? row with { Cost = cost } : row)];
    }

    private static SessionKey KeyOf(SessionRow row) => new(row.UserId, row.SessionId);

    private static bool Matches(SessionRow row, string? search) => string.IsNullOrWhiteSpace(search)
        || row.Title.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase)
        || row.SessionId.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase);

    private static async Task<SessionRow> RowAsync(WorkflowExecution execution, SessionKey session)
    {
        var attributes = execution.TypedSearchAttributes;
        return new SessionRow(
            session.SessionId,
            session.UserId,
            await MemoAsync(execution, "title") ?? await MemoAsync(execution, "topic") ?? session.SessionId,
            attributes.TryGetValue(VideoSearchAttributes.Stage, out var stage) ? stage : "",
            attributes.TryGetValue(VideoSearchAttributes.Outcome, out var outcome) ? outcome : "",
            execution.Status.ToString(),
            execution.StartTime,
            execution.CloseTime,
            null,
            new SessionPlace(execution.CloseTime ?? execution.StartTime, execution.CloseTime is null, session).ToString());
    }

    private static async Task<string?> MemoAsync(WorkflowExecution execution, string key) =>
        execution.Memo.TryGetValue(key, out var value) ? await value.ToValueAsync<string>() : null;
}

/// <summary>Which sessions are listed.</summary>
/// <param name="Search">Part of a title or session id; null for all.</param>
/// <param name="Outcome">A <see cref="VideoOutcome"/>; null for all.</param>
/// <param name="Waiting">Only those that wait for a person.</param>
/// <param name="Before">Only those behind a <see cref="SessionRow.Place"/>; null for all.</param>
internal sealed record SessionFilter(string? Search = null, string? Outcome = null, bool Waiting = false, string? Before = null);

/// <summary>
/// A session in a list; its cost, in US dollars, is that when its last stage began, or at its end, and null before. The place of the last
/// one of a list leads to the next: <c>before</c>.
/// </summary>
internal sealed record SessionRow(
    string SessionId, string UserId, string Title, string Stage, string Outcome, string RunStatus, DateTime StartedAt, DateTime? EndedAt,
    decimal? Cost, string Place);
