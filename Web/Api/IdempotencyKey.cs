using Microsoft.AspNetCore.Http;

namespace TemporalVideo.Web.Api;

/// <summary>The header <c>Idempotency-Key</c>: calls with the same one are one call.</summary>
internal static class IdempotencyKey
{
    private const int Longest = 200;

    /// <summary>The key of a call; null without one.</summary>
    /// <exception cref="WebException">It is too long.</exception>
    public static string? Of(HttpContext context) => Of(context.Request.Headers["Idempotency-Key"].ToString());

    /// <summary>A key as it was given; null for none.</summary>
    /// <exception cref="WebException">It is too long.</exception>
    public static string? Of(string? given) => given switch
    {
        null or "" => null,
        { Length: > Longest } => throw new WebException(
            StatusCodes.Status400BadRequest, $"An Idempotency-Key has at most {Longest} characters."),
        var key => key,
    };
}
