using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace TemporalVideo.Web.Access;

/// <summary>
/// Lets in who may come: on the loopback interface only under its own names (DNS rebinding), never a page of another site with anything
/// but a plain look (cross-site posts and sockets), and without a key nobody who comes from elsewhere.
/// </summary>
/// <param name="next">What comes behind it.</param>
/// <param name="options">Whom it lets in.</param>
/// <param name="keys">The keys.</param>
internal sealed class Gate(RequestDelegate next, WebOptions options, ApiKeys keys)
{
    /// <summary>The claim of a cookie that names the key it was given for.</summary>
    public const string KeyClaim = "key";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (options.IsLoopback && !IsLoopbackName(request.Host.Host))
        {
            throw new WebException(StatusCodes.Status403Forbidden, "This page is for this machine: open it as http://127.0.0.1.");
        }

        if (IsFromElsewhere(context))
        {
            throw new WebException(StatusCodes.Status403Forbidden, "Pages of other sites may not do this; see --allow-origin.");
        }

        if (await CallerOfAsync(context) is { } caller)
        {
            context.Features.Set(caller);
        }

        await next(context);
    }

    private async Task<Caller?> CallerOfAsync(HttpContext context)
    {
        var given = context.Request.Headers.Authorization.ToString();
        if (given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return keys.Find(given["Bearer ".Length..].Trim()) is { } key ? Of(key) : null;
        }

        var cookie = await context.AuthenticateAsync();
        if (cookie.Principal?.FindFirst(KeyClaim)?.Value is { } id && keys.ById(id) is { } signed)
        {
            return Of(signed);
        }

        return options.IsLoopback && keys.All.Count == 0 ? new Caller(options.LocalUser, IsLocal: true, []) : null;
    }

    private static Caller Of(ApiKey key) => new(key.User, IsLocal: false, key.Rights ?? []);

    private bool IsFromElsewhere(HttpContext context)
    {
        var request = context.Request;
        var looks = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            && !context.WebSockets.IsWebSocketRequest;
        if (looks)
        {
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? origin != $"{request.Scheme}://{request.Host}" && !options.AllowedOrigins.Contains(origin)
            : request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
    }

    private static bool IsLoopbackName(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
