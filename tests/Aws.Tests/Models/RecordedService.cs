using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace TemporalVideo.Aws.Tests.Models;

/// <summary>Stands before a service, or in its place with empty answers, and keeps what it is asked.</summary>
internal sealed class RecordedService : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly HttpClient _http = new();
    private readonly string? _behind;

    private RecordedService(string? behind)
    {
        _behind = behind;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _web = builder.Build();
        _web.Run(ServeAsync);
    }

    public string Address => _web.Urls.First();

    /// <summary>Operations and inputs, in the order of the calls.</summary>
    public ConcurrentQueue<(string Operation, JsonObject Input)> Calls { get; } = new();

    public static async Task<RecordedService> StartAsync(string? behind)
    {
        var service = new RecordedService(behind);
        await service._web.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _web.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var text = new StreamReader(context.Request.Body);
        var body = await text.ReadToEndAsync();
        Calls.Enqueue(context.Request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target
            ? (target.Split('.')[^1], JsonNode.Parse(body)!.AsObject())
            : OfForm(QueryHelpers.ParseQuery(body).ToDictionary(pair => pair.Key, pair => pair.Value.ToString())));
        if (_behind is null)
        {
            await context.Response.WriteAsync("{}");
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, _behind) { Content = new StringContent(body) };
        request.Content.Headers.Remove("Content-Type");
        foreach (var (name, value) in context.Request.Headers.Where(header => !header.Key.StartsWith("Host", StringComparison.Ordinal)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.ToArray()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value.ToArray());
            }
        }

        using var answer = await _http.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.WriteAsync(await answer.Content.ReadAsStringAsync());
    }

    private static (string, JsonObject) OfForm(Dictionary<string, string> form) =>
        (form["Action"], new JsonObject(form.Where(pair => pair.Key is not ("Action" or "Version"))
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))));
}
