using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>Answers calls of methods that nobody handles, in the words of the real server, which tools look for.</summary>
internal static class UnknownMethod
{
    /// <summary>Whether the call would be answered in the gRPC library's own words.</summary>
    public static bool IsMeant(HttpContext http) =>
        http.GetEndpoint()?.DisplayName?.StartsWith("gRPC - Unimplemented", StringComparison.Ordinal) == true
        && http.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Answers Unimplemented: a method of a service that has it, or one that no service knows.</summary>
    public static Task AnswerAsync(HttpContext http, IEnumerable<RpcTable> tables)
    {
        var parts = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isKnown = parts.Length == 2
            && tables.FirstOrDefault(table => table.Name == parts[0])?.Service.FindMethodByName(parts[1]) is not null;
        http.Response.ContentType = "application/grpc";
        http.Response.Headers["grpc-status"] = ((int)StatusCode.Unimplemented).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["grpc-message"] = isKnown ? $"method {parts[1]} not supported"
            : Uri.EscapeDataString($"unknown method {http.Request.Path}");
        return Task.CompletedTask;
    }
}
