using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Identity of a session: one video being made for one user.</summary>
public sealed partial record SessionKey
{
    /// <summary>Names a session.</summary>
    /// <param name="userId">Whose it is: 1 to 64 letters, digits, <c>.</c>, <c>_</c> or <c>-</c>, beginning with a letter or digit.</param>
    /// <param name="sessionId">Which one; the same characters.</param>
    /// <exception cref="ArgumentException">An id has other characters: ids become file names and parts of the workflow id.</exception>
    [JsonConstructor]
    public SessionKey(string userId, string sessionId)
    {
        UserId = Checked(userId, nameof(userId));
        SessionId = Checked(sessionId, nameof(sessionId));
    }

    /// <summary>Whose session it is; <c>user_id</c> of the table <c>video_session</c>.</summary>
    public string UserId { get; }

    /// <summary>Which session; <c>id</c> of the table <c>video_session</c>.</summary>
    public string SessionId { get; }

    /// <summary>Whether a text can be a user id or session id.</summary>
    /// <param name="id">The text.</param>
    public static bool IsValidId(string? id) => id is not null && IdPattern().IsMatch(id);

    /// <inheritdoc/>
    public override string ToString() => $"{UserId}/{SessionId}";

    private static string Checked(string id, string name) => IsValidId(id)
        ? id
        : throw new ArgumentException($"'{id}' cannot be an id: use 1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit.", name);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex IdPattern();
}
