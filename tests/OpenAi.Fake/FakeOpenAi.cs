using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Endpoint = TemporalVideo.Tests.OpenAi.Endpoints.Endpoint;
using Product = TemporalVideo.Tests.OpenAi.Endpoints.Product;

namespace TemporalVideo.Tests.OpenAi;

/// <summary>
/// A server on loopback that speaks as OpenAI's public API does: it wants a key, checks each request against the API's rules, makes simple
/// products, counts what it was paid, and fails as it is told.
/// </summary>
public sealed class FakeOpenAi : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string? Endpoint, Fault Fault)> _planned = new();
    private readonly ConcurrentQueue<Payment> _paid = new();
    private readonly ConcurrentQueue<Refusal> _refused = new();
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly ConcurrentDictionary<string, FakeRequest> _answering = new();
    private WebApplication? _server;
    private int _number;

    private FakeOpenAi(string key) => Key = key;

    /// <summary>The key that it wants.</summary>
    public string Key { get; }

    /// <summary>Its address, with the version.</summary>
    public Uri BaseUrl => new($"{_server!.Urls.Single()}/v1");

    /// <summary>What it was paid, in order.</summary>
    public IReadOnlyList<Payment> Paid => [.. _paid];

    /// <summary>The sum of it.</summary>
    public long PaidMicroDollars => _paid.Sum(payment => payment.MicroDollars);

    /// <summary>Requests that broke a rule.</summary>
    public IReadOnlyList<Refusal> Refused => [.. _refused];

    /// <summary>All requests whose key was right, in order.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>Whether it still works on a call: what that costs is not known yet.</summary>
    /// <param name="clientKey">What the client called it.</param>
    public bool IsAnswering(string clientKey) => _answering.Values.Any(request => request.ClientKey == clientKey);

    /// <summary>Words in a prompt that its moderation refuses; default <c>forbidden</c>.</summary>
    public string Refuses { get; set; } = "forbidden";

    /// <summary>What a language model answers; null: the smallest thing that fits the schema.</summary>
    public Func<FakeRequest, string>? Chat { get; set; }

    /// <summary>Faults by rule, asked when none is planned; null for none.</summary>
    public Func<FakeRequest, Fault?>? Faults { get; set; }

    internal SpokenTexts Spoken { get; } = new();

    /// <summary>Whether videos go from dark to light and back ten times a second; default no.</summary>
    public bool VideosFlash { get; set; }

    /// <summary>Why video jobs end without a video; null: they are made.</summary>
    public string? VideosFailBecause { get; set; }

    internal VideoJobs Videos { get; } = new();

    /// <summary>Starts one.</summary>
    /// <param name="key">The key that it wants.</param>
    /// <param name="port">Its port; 0 for a free one.</param>
    public static async Task<FakeOpenAi> StartAsync(string key = "sk-planted-4f1d2c7a90", int port = 0)
    {
        var fake = new FakeOpenAi(key);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = 100 << 20);
        fake._server = builder.Build();
        foreach (var endpoint in Endpoint.All(fake))
        {
            fake._server.MapMethods($"/v1/{endpoint.Path}", [endpoint.Method], context => fake.AnswerAsync(context, endpoint));
        }

        await fake._server.StartAsync();
        return fake;
    }

    /// <summary>Lets the next requests go wrong, one each.</summary>
    /// <param name="endpoint">Which ones, such as <c>images</c>; null for any.</param>
    /// <param name="faults">What goes wrong, in order.</param>
    public void Plan(string? endpoint, params IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
        {
            _planned.Enqueue((endpoint, fault));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync(new CancellationToken(canceled: true));
            await _server.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context, Endpoint endpoint)
    {
        var id = $"req_{Interlocked.Increment(ref _number):000000}";
        context.Response.Headers["x-request-id"] = id;
        try
        {
            RequireKey(context.Request);
            var request = await FakeRequest.ReadAsync(context, endpoint.Name);
            _requests.Enqueue(request);
            _answering[id] = request;
            await AnswerAsync(context, endpoint, request, id);
        }
        catch (ApiError error)
        {
            _refused.Enqueue(new Refusal(endpoint.Name, error.Status, error.Message));
            await WriteErrorAsync(context, error);
        }
        finally
        {
            _answering.TryRemove(id, out _);
        }
    }

    private async Task AnswerAsync(HttpContext context, Endpoint endpoint, FakeRequest request, string id)
    {
        var fault = FaultOf(request);
        if (fault is Fault.Busy or Fault.Failing)
        {
            await WriteErrorAsync(context, Unpaid(fault, context.Response));
            return;
        }

        await SendAsync(context, request, await endpoint.MakeAsync(request), fault, id);
    }

    private static ApiError Unpaid(Fault fault, HttpResponse response)
    {
        if (fault is Fault.Busy { RetryAfterSeconds: { } seconds })
        {
            response.Headers.RetryAfter = $"{seconds}";
        }

        return fault is Fault.Failing failing
            ? new ApiError(failing.Status, "server_error", "The server had an error processing your request.")
            : new ApiError(429, "rate_limit_exceeded", "Rate limit reached for requests.");
    }

    private async Task SendAsync(HttpContext context, FakeRequest request, Product product, Fault? fault, string id)
    {
        if (product.MicroDollars > 0)
        {
            _paid.Enqueue(new Payment(request.Endpoint, product.Model, product.MicroDollars, id, request.ClientKey));
        }

        switch (fault)
        {
            case Fault.CutAfterCharge:
                context.Abort();
                return;
            case Fault.Nonsense:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("""{"nonsense": [1, 2""");
                return;
            case Fault.Slow slow:
                await Task.Delay(slow.For, context.RequestAborted);
                break;
        }

        context.Response.ContentType = product.ContentType;
        await context.Response.Body.WriteAsync(product.Bytes);
    }

    private Fault? FaultOf(FakeRequest request)
    {
        lock (_planned)
        {
            if (_planned.TryPeek(out var next) && (next.Endpoint is null || next.Endpoint == request.Endpoint))
            {
                _planned.TryDequeue(out _);
                return next.Fault;
            }
        }

        return Faults?.Invoke(request);
    }

    /// <summary>As the API does, it says a part of a wrong key, and here all of it: nobody is to repeat that.</summary>
    private void RequireKey(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        if (given.Length == 0)
        {
            throw new ApiError(401, null, "You didn't provide an API key.");
        }

        if (given != $"Bearer {Key}")
        {
            throw new ApiError(401, "invalid_api_key", $"Incorrect API key provided: {given.Replace("Bearer ", "")}.");
        }
    }

    private static async Task WriteErrorAsync(HttpContext context, ApiError error)
    {
        context.Response.StatusCode = error.Status;
        var type = error.Status >= 500 ? "server_error" : error.Status == 429 ? "requests" : "invalid_request_error";
        await context.Response.WriteAsJsonAsync(
            new { error = new { message = error.Message, type, param = error.Field, code = error.Code } });
    }
}
