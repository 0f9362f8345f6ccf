using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Http;

/// <summary>
/// Keeps web pages out of the HTTP API. It knows no login, and a browser on this machine reaches it for every page that it shows:
/// by a name that resolves to this machine (DNS rebinding), and by a POST of plain text, which needs no one's leave.
/// </summary>
/// <param name="listening">Address that the server listens on.</param>
internal class HttpGuard(IPAddress listening)
{
    /// <summary>Lets the request pass, or says why not.</summary>
    /// <returns>Null, or the status to answer with and the reason.</returns>
    public virtual (int Status, ServiceException Reason)? Refusal(HttpRequest request)
    {
        if (Foreign(request) is { } foreign)
        {
            return foreign;
        }

        return HasContent(request) && !IsJson(request.ContentType)
            ? (StatusCodes.Status415UnsupportedMediaType, ServiceErrors.InvalidArgument(
                "The body has to be JSON, with the header Content-Type: application/json."))
            : null;
    }

    /// <summary>Refuses what is asked for under another's name, or by another's page.</summary>
    protected (int Status, ServiceException Reason)? Foreign(HttpRequest request)
    {
        if (!IsOwn(request.Host.Host))
        {
            return (StatusCodes.Status403Forbidden, new ServiceException(
                StatusCode.PermissionDenied,
                $"The host {request.Host} is not this server: ask for it as localhost or by its address."));
        }

        // Browsers send it with whatever is not a mere reading, and no page can leave it out or set it.
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return (StatusCodes.Status403Forbidden, new ServiceException(
                StatusCode.PermissionDenied, $"Pages of {origin} may not use this server."));
        }

        return null;
    }

    /// <summary>A name that no one else can make resolve to this machine, or an address, which needs no resolving.</summary>
    private bool IsOwn(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return IPAddress.TryParse(host, out var address)
            && (IPAddress.IsLoopback(address) || address.Equals(listening) || IsAny(listening));
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private static bool HasContent(HttpRequest request) =>
        request.ContentType is not null || request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;

    // The API's own variants, such as application/json+no-payload-shorthand, are JSON too.
    private static bool IsJson(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && (parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || parsed.MediaType.StartsWith("application/json+", StringComparison.OrdinalIgnoreCase));
}
