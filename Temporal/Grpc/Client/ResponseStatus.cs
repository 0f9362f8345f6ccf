using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Rpc;
using TemporalVideo.Grpc.Wire;

namespace TemporalVideo.Grpc;

/// <summary>Reads the status of an answer out of its headers or trailers.</summary>
internal static class ResponseStatus
{
    /// <summary>Throws where the headers carry a failure.</summary>
    /// <returns>False where they carry no status.</returns>
    public static bool ThrowIfFailed(HttpResponseHeaders headers)
    {
        if (First(headers, HeaderNames.Status) is not { } value)
        {
            return false;
        }

        var code = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (GrpcStatusCode)number
            : GrpcStatusCode.Unknown;
        if (code == GrpcStatusCode.Ok)
        {
            return true;
        }

        throw new GrpcException(code, StatusMessage.Decode(First(headers, HeaderNames.Message) ?? ""), Details(headers));
    }

    /// <summary>The failure that stands for an HTTP status, by gRPC's own mapping (http-grpc-status-mapping.md).</summary>
    public static GrpcException OfHttp(HttpStatusCode status) => new(
        status switch
        {
            HttpStatusCode.BadRequest => GrpcStatusCode.Internal,
            HttpStatusCode.Unauthorized => GrpcStatusCode.Unauthenticated,
            HttpStatusCode.Forbidden => GrpcStatusCode.PermissionDenied,
            HttpStatusCode.NotFound => GrpcStatusCode.Unimplemented,
            HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout => GrpcStatusCode.Unavailable,
            _ => GrpcStatusCode.Unknown,
        },
        $"The server answered with HTTP status {(int)status}.");

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static Status? Details(HttpResponseHeaders headers)
    {
        if (First(headers, HeaderNames.StatusDetails) is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return Status.Parser.ParseFrom(Convert.FromBase64String(value.PadRight((value.Length + 3) / 4 * 4, '=')));
        }
        catch (Exception e) when (e is FormatException or InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
