using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TemporalVideo.Tests.Support.Aws;

/// <summary>
/// AWS Elemental MediaConvert on the loopback interface: jobs of version 2017-08-29 that really join their inputs. Requests and its own
/// answers are checked against the model of the service where it is there, else against a few rules of its own. It can be told to fail,
/// to be busy and to take its time.
/// </summary>
public sealed class FakeMediaConvert : IAsyncDisposable
{
    private const string Jobs = "/2017-08-29/jobs";

    private readonly ServiceModel? _model = ServiceModel.Find("mediaconvert");
    private readonly ConcurrentDictionary<string, (FakeJob Job, CancellationTokenSource Stop)> _jobs = new();
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private readonly IFakeBucket _bucket;
    private readonly WebApplication _web;
    private readonly TaskCompletionSource _goOn = new();
    private int _busy;

    private FakeMediaConvert(IFakeBucket bucket)
    {
        _bucket = bucket;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _web = builder.Build();
        _web.Run(ServeAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Address => _web.Urls.First();

    /// <summary>The orders that became jobs, in their order.</summary>
    public ConcurrentQueue<JsonObject> Orders { get; } = new();

    /// <summary>How many requests there were.</summary>
    public int Requests { get; private set; }

    /// <summary>What was wrong with its own answers; nothing when all fit the model.</summary>
    public ConcurrentQueue<string> AnswerFaults { get; } = new();

    /// <summary>Lets jobs fail with a code and a message; null: they succeed.</summary>
    public (int Code, string Message)? Failure { get; set; }

    /// <summary>Lets jobs stay half finished until <see cref="GoOn"/>.</summary>
    public bool IsHeld { get; set; }

    /// <summary>The states of all jobs, in the order of their ids.</summary>
    public IReadOnlyList<string> States => [.. _jobs.OrderBy(job => job.Key, StringComparer.Ordinal).Select(job => job.Value.Job.Status)];

    /// <summary>Starts one.</summary>
    /// <param name="bucket">What it reads and writes.</param>
    public static async Task<FakeMediaConvert> StartAsync(IFakeBucket bucket)
    {
        var fake = new FakeMediaConvert(bucket);
        await fake._web.StartAsync();
        return fake;
    }

    /// <summary>Answers so many of the next requests with 429.</summary>
    public void BeBusy(int times) => Interlocked.Exchange(ref _busy, times);

    /// <summary>Finishes the jobs that are held.</summary>
    public void GoOn() => _goOn.TrySetResult();

    /// <summary>Forgets the tokens, as the service does after a minute.</summary>
    public void ForgetTokens() => _tokens.Clear();

    /// <summary>Ends it with all its jobs.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var (_, stop) in _jobs.Values)
        {
            await stop.CancelAsync();
        }

        await _web.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        Requests++;
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        if (Interlocked.Decrement(ref _busy) >= 0)
        {
            await RefuseAsync(context, 429, "TooManyRequestsException", "Too many requests.");
        }
        else if (!context.Request.Headers.Authorization.ToString().Contains("/mediaconvert/aws4_request", StringComparison.Ordinal))
        {
            await RefuseAsync(context, 403, "ForbiddenException", "The request is not signed for mediaconvert.");
        }
        else if ((method, path) == ("POST", Jobs))
        {
            await CreateAsync(context);
        }
        else if ((method, path) == ("GET", Jobs))
        {
            var latest = new JsonArray([.. _jobs.OrderByDescending(job => job.Key, StringComparer.Ordinal)
                .Select(job => job.Value.Job.ToJson())]);
            await AnswerAsync(context, "ListJobs", 200, new JsonObject { ["jobs"] = latest });
        }
        else if (!_jobs.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var found))
        {
            await RefuseAsync(context, 404, "NotFoundException", "There is no such job.");
        }
        else if (method == "GET")
        {
            await AnswerAsync(context, "GetJob", 200, new JsonObject { ["job"] = found.Job.ToJson() });
        }
        else if (found.Job.Status is "COMPLETE" or "ERROR" or "CANCELED")
        {
            await RefuseAsync(context, 409, "ConflictException", "The job has ended.");
        }
        else
        {
            found.Job.Status = "CANCELED";
            await found.Stop.CancelAsync();
            await AnswerAsync(context, "CancelJob", 202, []);
        }
    }

    private async Task CreateAsync(HttpContext context)
    {
        var order = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var faults = _model?.InputFaults("CreateJob", order) ?? OwnRules(order);
        if (faults.Count > 0)
        {
            await RefuseAsync(context, 400, "BadRequestException", string.Join("; ", faults));
            return;
        }

        var token = $"{order["clientRequestToken"]}";
        var id = $"{1_700_000_000 + _jobs.Count}-fake00";
        if (_tokens.GetOrAdd(token, id) is var known && known == id)
        {
            Orders.Enqueue(order);
            var (job, stop) = (new FakeJob(id, order, _bucket), new CancellationTokenSource());
            _jobs[id] = (job, stop);
            _ = WorkAsync(job, stop.Token);
        }

        await AnswerAsync(context, "CreateJob", 201, new JsonObject { ["job"] = _jobs[known].Job.ToJson() });
    }

    private async Task WorkAsync(FakeJob job, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            (job.Percent, job.Status) = (50, "PROGRESSING");
            if (IsHeld)
            {
                await _goOn.Task.WaitAsync(cancellationToken);
            }

            if (Failure is { } failure)
            {
                (job.Failure, job.Status) = (failure, "ERROR");
                return;
            }

            await job.RunAsync(cancellationToken);
            (job.Percent, job.Status) = (100, "COMPLETE");
        }
        catch (OperationCanceledException)
        {
            job.Status = "CANCELED";
        }
        catch (Exception failure)
        {
            (job.Failure, job.Status) = ((1404, failure.Message), "ERROR");
        }
    }

    private static List<string> OwnRules(JsonObject order)
    {
        var faults = new List<string>();
        if (order["role"] is null)
        {
            faults.Add("role is required");
        }

        if ($"{order["clientRequestToken"]}".Length > 64)
        {
            faults.Add("clientRequestToken is too long");
        }

        var inputs = order["settings"]?["inputs"]?.AsArray() ?? [];
        if (inputs.Count == 0 || !inputs.All(input => $"{input?["fileInput"]}".StartsWith("s3://", StringComparison.Ordinal)))
        {
            faults.Add("settings.inputs: expected files in S3");
        }

        return faults;
    }

    private Task AnswerAsync(HttpContext context, string operation, int status, JsonObject body)
    {
        foreach (var fault in _model?.OutputFaults(operation, body) ?? [])
        {
            AnswerFaults.Enqueue(fault);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    private static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-amzn-ErrorType"] = $"{code}:http://internal.amazon.com/coral/com.amazonaws.mediaconvert/";
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject { ["message"] = message }.ToJsonString());
    }
}
