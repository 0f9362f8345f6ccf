using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Worker.Execution;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker;

/// <summary>Serves the workflows and activities of a task queue.</summary>
public partial class TemporalWorker : IDisposable
{
    /// <summary>Tasks of each kind at once, by default.</summary>
    internal const int DefaultSlots = 100;

    /// <summary>How long the server may take to answer when the worker shuts down.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    private readonly WorkflowWorker? _workflowWorker;
    private readonly ActivityWorker? _activityWorker;
    private readonly LocalActivityExecutor _localActivities;
    private readonly WorkflowWorkerIdentity _identity;
    private readonly CancellationTokenSource _shutdown = new();
    private readonly ILogger _logger;
    private int _started;

    /// <summary>Makes a worker; it works from <see cref="ExecuteAsync(CancellationToken)"/> on.</summary>
    /// <param name="client">Connected client.</param>
    /// <param name="options">What to serve. Copied.</param>
    /// <exception cref="ArgumentException">The options are not usable; the message says why.</exception>
    public TemporalWorker(ITemporalClient client, TemporalWorkerOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        Client = client;
        Options = (TemporalWorkerOptions)options.Clone();
        Validate(Options);
        var loggerFactory = Options.LoggerFactory ?? client.Options.LoggerFactory;
        _logger = loggerFactory.CreateLogger<TemporalWorker>();
        var identity = Options.Identity ?? client.Connection.Options.Identity ?? $"{Environment.ProcessId}@{Environment.MachineName}";
        var sticky = Options.MaxCachedWorkflows > 0 ? $"{identity}-{Options.TaskQueue}-{Guid.NewGuid():N}" : null;
        _identity = new(identity, Options.TaskQueue!, sticky, Options.StickyQueueScheduleToStartTimeout, $"{Guid.NewGuid():N}");

        var interceptors = (client.Options.Interceptors ?? []).OfType<IWorkerInterceptor>().Concat(Options.Interceptors ?? []).ToList();
        var runner = new ActivityRunner([.. Options.Activities], client.Options.DataConverter, interceptors, loggerFactory, client);

        // What a local activity gets and gives does not leave the worker; the codec is applied to its marker.
        var localRunner = new ActivityRunner(
            [.. Options.Activities], client.Options.DataConverter with { PayloadCodec = null }, interceptors, loggerFactory, client);
        _localActivities = new(localRunner, Options.TaskQueue!, Options.MaxConcurrentLocalActivities ?? DefaultSlots, _shutdown.Token);
        if (Options.Activities.Count > 0 && !Options.LocalActivityWorkerOnly)
        {
            _activityWorker = new(client, Options, identity, _identity.InstanceKey, runner, _logger);
        }

        if (Options.Workflows.Count > 0)
        {
            var registry = new WorkflowRegistry(
                Options.Workflows,
                d => new(
                    d,
                    client.Options.Namespace,
                    client.Options.DataConverter,
                    loggerFactory,
                    interceptors,
                    Options.WorkflowFailureExceptionTypes ?? [])
                {
                    WatchesTasks = !Options.DisableWorkflowTracingEventListener,
                    StackTrace = Options.WorkflowStackTrace,
                });
            var runs = new WorkflowRunOptions(client.Options.Namespace, registry.Find, _localActivities, Options.DebugMode);
            var processor = new WorkflowTaskProcessor(client, runs, _identity, new(Options.MaxCachedWorkflows), _logger);
            _workflowWorker = new(client, Options, _identity, processor, _logger);
        }
    }

    /// <summary>The options, as they were copied.</summary>
    public TemporalWorkerOptions Options { get; }

    /// <summary>Client of the worker.</summary>
    public ITemporalClient Client { get; }

    /// <summary>Works until cancelled, then shuts down in order: no more polls, running workflow tasks, the grace period, activities.</summary>
    /// <param name="stoppingToken">Begins the shutdown.</param>
    /// <returns>Completes when the shutdown is done.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled and the shutdown is done.</exception>
    public Task ExecuteAsync(CancellationToken stoppingToken) => ExecuteAsync(async token =>
    {
        await Task.Delay(Timeout.Infinite, token).ConfigureAwait(false);
        return 0;
    }, stoppingToken);

    /// <summary>Works as long as a function runs, then shuts down in order.</summary>
    /// <param name="untilComplete">What to run meanwhile.</param>
    /// <param name="stoppingToken">Begins the shutdown earlier; also given to waits inside of the worker.</param>
    /// <returns>Completes when the shutdown is done.</returns>
    public Task ExecuteAsync(Func<Task> untilComplete, CancellationToken stoppingToken = default) => ExecuteAsync(async () =>
    {
        await untilComplete().ConfigureAwait(false);
        return 0;
    }, stoppingToken);

    /// <summary>Works as long as a function runs, then shuts down in order.</summary>
    /// <typeparam name="TResult">Type of the function's result.</typeparam>
    /// <param name="untilComplete">What to run meanwhile.</param>
    /// <param name="stoppingToken">Begins the shutdown earlier.</param>
    /// <returns>The function's result.</returns>
    public Task<TResult> ExecuteAsync<TResult>(Func<Task<TResult>> untilComplete, CancellationToken stoppingToken = default) =>
        ExecuteAsync(token => untilComplete().WaitAsync(token), stoppingToken);

    /// <summary>Frees what the worker holds. Call it after <see cref="ExecuteAsync(CancellationToken)"/> has ended.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the worker holds.</summary>
    /// <param name="disposing">Whether called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _workflowWorker?.Dispose();
            _activityWorker?.Dispose();
            _localActivities.Dispose();
            _shutdown.Dispose();
        }
    }

    private static void Validate(TemporalWorkerOptions options)
    {
        if (string.IsNullOrEmpty(options.TaskQueue))
        {
            throw new ArgumentException("TemporalWorkerOptions.TaskQueue is required");
        }

        if (options.Activities.Count == 0 && options.Workflows.Count == 0)
        {
            throw new ArgumentException("A worker must have at least one workflow or activity");
        }

        if (options.Activities.GroupBy(a => a.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Activity {twice.Key ?? "(dynamic)"} is registered twice");
        }

        if (options.Workflows.FirstOrDefault(w => !w.Instantiable) is { } notInstantiable)
        {
            throw new ArgumentException($"Workflow {notInstantiable.Type.FullName} is an interface or abstract class and cannot run");
        }
    }

    private async Task<TResult> ExecuteAsync<TResult>(Func<CancellationToken, Task<TResult>> until, CancellationToken stoppingToken)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("This worker has been started already");
        }

        // Fails early and clearly when the namespace does not exist or the server is not there.
        await Client.Connection.ConnectAsync().ConfigureAwait(false);
        var description = await Client.WorkflowService.DescribeNamespaceAsync(
            new() { Namespace = Client.Options.Namespace },
            new() { Retry = true, CancellationToken = stoppingToken }).ConfigureAwait(false);
        var serverEndsPolls = description.NamespaceInfo?.Capabilities?.WorkerPollCompleteOnShutdown == true;
        using var stopAsking = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using var hangUp = new CancellationTokenSource();
        var polls = Task.WhenAll(
            _workflowWorker?.PollAsync(new(stopAsking.Token, hangUp.Token)) ?? Task.CompletedTask,
            _activityWorker?.PollAsync(new(stopAsking.Token, hangUp.Token)) ?? Task.CompletedTask);
        try
        {
            return await until(stoppingToken).ConfigureAwait(false);
        }
        finally
        {
            await stopAsking.CancelAsync().ConfigureAwait(false);
            await _shutdown.CancelAsync().ConfigureAwait(false);
            await EndPollsAsync(polls, hangUp, serverEndsPolls).ConfigureAwait(false);
            await (_workflowWorker?.DrainAsync() ?? Task.CompletedTask).ConfigureAwait(false);
            await (_activityWorker?.DrainAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Ends the open polls. A server that can is asked to answer them, so that a task that is on its way arrives; with others the
    /// calls are cancelled, and a task that crosses with that waits for its timeout.
    /// </summary>
    private async Task EndPollsAsync(Task polls, CancellationTokenSource hangUp, bool serverEndsPolls)
    {
        if (serverEndsPolls && await TellShutdownAsync().ConfigureAwait(false))
        {
            await Task.WhenAny(polls, Task.Delay(AnswerLimit)).ConfigureAwait(false);
        }

        await hangUp.CancelAsync().ConfigureAwait(false);
        await polls.ConfigureAwait(false);
        if (!serverEndsPolls && _workflowWorker is not null && _identity.StickyQueue is not null)
        {
            await TellShutdownAsync().ConfigureAwait(false);
        }
    }

    private IEnumerable<TaskQueueType> TaskQueueTypes()
    {
        if (_workflowWorker is not null)
        {
            yield return TaskQueueType.Workflow;
        }

        if (_activityWorker is not null)
        {
            yield return TaskQueueType.Activity;
        }
    }

    /// <summary>Lets the server give this worker's runs to others at once; false when it could not be told.</summary>
    private async Task<bool> TellShutdownAsync()
    {
        try
        {
            await Client.WorkflowService.ShutdownWorkerAsync(
                new()
                {
                    Namespace = Client.Options.Namespace,
                    Identity = _identity.Identity,
                    StickyTaskQueue = _identity.StickyQueue ?? string.Empty,
                    WorkerInstanceKey = _identity.InstanceKey,
                    TaskQueue = _identity.TaskQueue,
                    TaskQueueTypes = { TaskQueueTypes() },
                    Reason = "graceful shutdown",
                },
                new() { Timeout = AnswerLimit }).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException or RpcTimeoutOrCanceledException)
        {
            LogServerNotTold(_logger, e.Message);
            return false;
        }
    }

    [LoggerMessage(1040, LogLevel.Debug, "The server could not be told of the shutdown: {Message}")]
    private static partial void LogServerNotTold(ILogger logger, string message);
}
