using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Http;

namespace TemporalVideo.DevServer.WebUi;

/// <summary>
/// Keeps other pages out of the Web UI's port. The UI sends its JSON as plain text, but always with a header of its own, which another
/// site's page may not send without asking first; and nobody says yes.
/// </summary>
/// <param name="listening">Address that the server listens on.</param>
internal sealed class WebUiGuard(IPAddress listening) : HttpGuard(listening)
{
    private const string OwnHeader = "Caller-Type";

    public override (int Status, ServiceException Reason)? Refusal(HttpRequest request)
    {
        if (Foreign(request) is { } foreign)
        {
            return foreign;
        }

        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.ContainsKey(OwnHeader)
            ? null
            : (StatusCodes.Status403Forbidden, new ServiceException(
                StatusCode.PermissionDenied, $"What changes something has to carry the header {OwnHeader}, as the Web UI's calls do."));
    }
}
