using System.Diagnostics.CodeAnalysis;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Workflow ids of the form <c>{prefix}:{userId}:{id}</c>.</summary>
internal static class WorkflowIdForm
{
    public static string Of(string prefix, SessionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return $"{prefix}:{key.UserId}:{key.SessionId}";
    }

    public static bool TryParse(string prefix, string? workflowId, [NotNullWhen(true)] out SessionKey? key)
    {
        key = workflowId?.Split(':') is [var begin, var user, var id] && begin == prefix
            && SessionKey.IsValidId(user) && SessionKey.IsValidId(id) ? new SessionKey(user, id) : null;
        return key is not null;
    }
}
