using Microsoft.AspNetCore.Http;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Access;

/// <summary>Who calls.</summary>
/// <param name="UserId">Whose sessions are seen.</param>
/// <param name="IsLocal">Whether it is the person at this machine, without a key: they may name another user id.</param>
internal sealed record Caller(string UserId, bool IsLocal)
{
    /// <summary>The caller of a request.</summary>
    public static Caller Of(HttpContext context) => context.Features.Get<Caller>()
        ?? throw new WebException(StatusCodes.Status401Unauthorized, "Give an API key: Authorization: Bearer tv_… ('starter key create').");

    /// <summary>The session of an id as the caller sees it.</summary>
    /// <exception cref="WebException">The id cannot be one, or the user is another.</exception>
    public static SessionKey Session(HttpContext context, string sessionId, string? userId = null)
    {
        var caller = Of(context);
        var user = userId ?? (context.Request.Query["userID"].ToString() is { Length: > 0 } named ? named : caller.UserId);
        if (!SessionKey.IsValidId(user) || !SessionKey.IsValidId(sessionId))
        {
            throw new WebException(
                StatusCodes.Status400BadRequest,
                "userID and sessionID are 1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit.");
        }

        return user == caller.UserId || caller.IsLocal
            ? new SessionKey(user, sessionId)
            : throw new WebException(StatusCodes.Status404NotFound, $"There is no session '{sessionId}' of yours.");
    }
}
