using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TemporalVideo.Aws.Protocol;
using TemporalVideo.Storage.Events;

namespace TemporalVideo.Aws.Logs;

/// <summary>
/// An event log in a group of CloudWatch Logs, with a stream for each worker. Events are sent in batches beside the work; those that
/// cannot be sent wait for the next attempt, and the oldest are given up when too many wait.
/// </summary>
internal sealed partial class CloudWatchEventLog(IOptions<AwsOptions> options, ILogger<CloudWatchEventLog> logger)
    : BackgroundService, IEventLog
{
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<LogEvent> _waiting = new();
    private readonly string _stream = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private AwsJsonClient? _client;
    private bool _isThere;

    public void Write(PipelineEvent happened)
    {
        _waiting.Enqueue(new LogEvent(new DateTimeOffset(happened.Timestamp).ToUnixTimeMilliseconds(), happened.ToJson()));
        while (_waiting.Count > MostWaiting && _waiting.TryDequeue(out _))
        {
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SendAsync(cancellationToken);
        _client?.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        try
        {
            do
            {
                await SendAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The worker ends; what waits is sent at its end.
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var taken = new List<LogEvent>();
        while (_waiting.TryDequeue(out var item))
        {
            taken.Add(item);
        }

        var left = new Queue<IReadOnlyList<LogEvent>>(LogBatches.Of(taken));
        try
        {
            for (; left.TryPeek(out var batch); left.Dequeue())
            {
                var client = await ConnectAsync(cancellationToken);
                await client.CallAsync("PutLogEvents", Put(batch), cancellationToken);
            }
        }
        catch (Exception failure)
        {
            // Whatever it is: no video fails for its log.
            foreach (var item in left.SelectMany(batch => batch))
            {
                _waiting.Enqueue(item);
            }

            LogNotSent(_waiting.Count, options.Value.LogGroup, failure);
        }
    }

    /// <summary>Makes group and stream where they are missing, the first time.</summary>
    private async Task<AwsJsonClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = _client ??= ClientOf(options.Value);
        if (_isThere)
        {
            return client;
        }

        await MakeGroupAsync(client, options.Value, cancellationToken);
        var stream = new JsonObject { ["logGroupName"] = options.Value.LogGroup, ["logStreamName"] = _stream };
        await MakeAsync(client, "CreateLogStream", stream, cancellationToken);
        _isThere = true;
        return client;
    }

    internal static AwsJsonClient ClientOf(AwsOptions aws) =>
        new(aws, new AwsService("logs", "CloudWatch Logs") { Endpoint = aws.Endpoint }, "Logs_20140328");

    internal static Task MakeGroupAsync(AwsJsonClient client, AwsOptions aws, CancellationToken cancellationToken) =>
        MakeAsync(client, "CreateLogGroup", new JsonObject { ["logGroupName"] = aws.LogGroup }, cancellationToken);

    private static async Task MakeAsync(AwsJsonClient client, string operation, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            await client.CallAsync(operation, input, cancellationToken);
        }
        catch (AmazonServiceException failure) when (failure.ErrorCode == "ResourceAlreadyExistsException")
        {
            // As it should be.
        }
    }

    private JsonObject Put(IReadOnlyList<LogEvent> batch) => new()
    {
        ["logGroupName"] = options.Value.LogGroup,
        ["logStreamName"] = _stream,
        ["logEvents"] = new JsonArray([.. batch.Select(item =>
            new JsonObject { ["timestamp"] = item.Milliseconds, ["message"] = item.Message })]),
    };

    [LoggerMessage(EventId = 802, Level = LogLevel.Warning,
        Message = "{Count} events wait: CloudWatch log group {Group} cannot be written")]
    private partial void LogNotSent(int count, string group, Exception failure);
}
