using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Temporalio.Client;
using Temporalio.Worker;

namespace Temporalio.Extensions.Hosting;

/// <summary>A worker that runs for as long as its host.</summary>
public class TemporalWorkerService : BackgroundService
{
    private readonly TemporalClientConnectOptions? _clientOptions;
    private readonly ITemporalClient? _client;
    private readonly TemporalWorkerOptions _workerOptions;

    /// <summary>A worker with a client of its own.</summary>
    /// <exception cref="ArgumentException">The options have no client options.</exception>
    public TemporalWorkerService(TemporalWorkerServiceOptions options)
        : this(options.ClientOptions ?? throw new ArgumentException("ClientOptions are required.", nameof(options)), options)
    {
    }

    /// <summary>A worker with a client of its own.</summary>
    public TemporalWorkerService(TemporalClientConnectOptions clientOptions, TemporalWorkerOptions workerOptions)
    {
        _clientOptions = clientOptions;
        _workerOptions = workerOptions;
    }

    /// <summary>A worker of a client.</summary>
    public TemporalWorkerService(ITemporalClient client, TemporalWorkerOptions workerOptions)
    {
        _client = client;
        _workerOptions = workerOptions;
    }

    /// <summary>A worker of the options of its task queue, as a service container makes it.</summary>
    /// <param name="taskQueue">Task queue, the name of the options.</param>
    /// <param name="optionsMonitor">Options.</param>
    /// <param name="existingClient">Client among the services, used unless the options have client options.</param>
    /// <param name="loggerFactory">Logs, used unless the client or the options have some.</param>
    /// <exception cref="InvalidOperationException">There is neither a client nor client options.</exception>
    [ActivatorUtilitiesConstructor]
    public TemporalWorkerService(
        string taskQueue,
        IOptionsMonitor<TemporalWorkerServiceOptions> optionsMonitor,
        ITemporalClient? existingClient = null,
        ILoggerFactory? loggerFactory = null)
    {
        var options = (TemporalWorkerServiceOptions)optionsMonitor.Get(taskQueue).Clone();
        _clientOptions = options.ClientOptions;
        _client = _clientOptions == null
            ? existingClient ?? throw new InvalidOperationException(
                $"The worker of task queue '{taskQueue}' has no client: call AddTemporalClient, or set ClientOptions in ConfigureOptions.")
            : null;
        var clientLogs = _clientOptions?.LoggerFactory ?? _client?.Options.LoggerFactory;
        if (options.LoggerFactory == null && clientLogs is null or NullLoggerFactory)
        {
            options.LoggerFactory = loggerFactory;
        }

        _workerOptions = options;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var client = _client ?? await TemporalClient.ConnectAsync(_clientOptions!).ConfigureAwait(false);

        // A client made lazily connects at its first call; a worker must know that its server is there before it polls.
        await client.Connection.ConnectAsync().ConfigureAwait(false);
        using var worker = new TemporalWorker(client, _workerOptions);
        try
        {
            await worker.ExecuteAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: that is how a worker ends.
        }
    }
}
