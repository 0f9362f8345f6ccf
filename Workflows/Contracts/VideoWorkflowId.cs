using System.Diagnostics.CodeAnalysis;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>The workflow id of a session: <c>video:{userId}:{sessionId}</c>.</summary>
public static class VideoWorkflowId
{
    private const string Prefix = "video";

    /// <summary>The workflow id of a session.</summary>
    /// <param name="session">The session.</param>
    public static string Of(SessionKey session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return $"{Prefix}:{session.UserId}:{session.SessionId}";
    }

    /// <summary>Reads a workflow id back.</summary>
    /// <param name="workflowId">Any workflow id.</param>
    /// <param name="session">The session, when it is one of ours.</param>
    /// <returns>Whether it is the id of a video workflow.</returns>
    public static bool TryParse(string? workflowId, [NotNullWhen(true)] out SessionKey? session)
    {
        session = workflowId?.Split(':') is [Prefix, var user, var id] && SessionKey.IsValidId(user) && SessionKey.IsValidId(id)
            ? new SessionKey(user, id)
            : null;
        return session is not null;
    }
}
