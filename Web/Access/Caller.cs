using Microsoft.AspNetCore.Http;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Access;

/// <summary>Who calls.</summary>
/// <param name="UserId">Whose sessions are seen.</param>
/// <param name="IsLocal">Whether it is the person at this machine, without a key: they may name another user id.</param>
/// <param name="Rights">What the key may do that not every key may.</param>
internal sealed record Caller(string UserId, bool IsLocal, IReadOnlyList<KeyRight> Rights)
{
    /// <summary>The caller of a request.</summary>
    public static Caller Of(HttpContext context) => context.Features.Get<Caller>()
        ?? throw new WebException(StatusCodes.Status401Unauthorized, "Give an API key: Authorization: Bearer tv_… ('starter key create').");

    /// <summary>The caller of a request that not everybody may make.</summary>
    /// <param name="context">The request.</param>
    /// <param name="right">What they must be allowed.</param>
    /// <param name="isOpen">Whether the configuration allows it to the person at this machine, who has no key.</param>
    /// <param name="refusal">What is refused and how it can be allowed, without a key and with one.</param>
    /// <exception cref="WebException">They may not.</exception>
    public static Caller Require(HttpContext context, KeyRight right, bool isOpen, (string Local, string Keyed) refusal)
    {
        var caller = Of(context);
        return (caller.IsLocal ? isOpen : caller.Rights.Contains(right)) ? caller : throw new WebException(
            StatusCodes.Status403Forbidden, caller.IsLocal ? refusal.Local : refusal.Keyed);
    }

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
