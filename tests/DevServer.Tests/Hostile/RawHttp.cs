using System.Net;
using System.Net.Http.Headers;

namespace TemporalVideo.DevServer.Tests.Hostile;

/// <summary>Sends bodies to a gRPC method that no gRPC client would send.</summary>
internal sealed class RawHttp(string targetHost) : IDisposable
{
    private const string Service = "temporal.api.workflowservice.v1.WorkflowService";
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Posts a body and gives the HTTP status with the gRPC status and message, as far as there are any.</summary>
    public async Task<RawAnswer> PostAsync(string method, byte[] body, string contentType = "application/grpc",
        params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("content-type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://{targetHost}/{Service}/{method}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return new RawAnswer(
            (int)response.StatusCode,
            First(response.Headers, "grpc-status") ?? First(response.TrailingHeaders, "grpc-status"),
            Uri.UnescapeDataString(First(response.Headers, "grpc-message") ?? First(response.TrailingHeaders, "grpc-message") ?? ""));
    }

    public void Dispose() => _http.Dispose();

    private static string? First(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First()
        : null;
}
