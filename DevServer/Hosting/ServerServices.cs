using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer.Batch;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Schedules;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Hosting;

/// <summary>The services that are answered, and what runs by itself behind them.</summary>
internal sealed class ServerServices : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    public ServerServices(DevServerOptions options, ServerParts parts)
    {
        Checks = new CallChecks(parts.Namespaces);
        Workflows = new RpcTable(ServiceNames.WorkflowService, () => ServiceDescriptors.WorkflowService, Checks.Check);
        Operators = new RpcTable(ServiceNames.OperatorService, () => ServiceDescriptors.OperatorService, Checks.Check);
        Calls = new InternalCalls(Workflows, _stopping.Token);
        Queries = new VisibilityQueries(parts.Namespaces, parts.SearchAttributes, parts.Visibility);
        Scheduler = new Scheduler(
            new ScheduleStore(parts.Database, parts.Visibility, parts.Namespaces), Calls, parts.Clock,
                parts.Loggers.CreateLogger<Scheduler>());
        Batches = new BatchRunner(new BatchStore(parts.Database), Queries, Calls, parts.Clock, parts.Loggers.CreateLogger<BatchRunner>());
        Workflows.AddWorkflowService(parts, this);
        Operators.AddOperatorService(parts, this);
        var health = new RpcTable(ServiceNames.Health, () => ServiceDescriptors.Health, Checks.Check).Add("Check", new HealthCheck());
        Tables = options.TimeSkipping
            ? [Workflows, Operators, health, new RpcTable(ServiceNames.TestService, () => ServiceDescriptors.TestService, Checks.Check)
                .AddTestService(parts)]
            : [Workflows, Operators, health];
    }

    public CallChecks Checks { get; }

    public RpcTable Workflows { get; }

    public RpcTable Operators { get; }

    /// <summary>All services that are answered over gRPC.</summary>
    public IReadOnlyList<RpcTable> Tables { get; }

    public InternalCalls Calls { get; }

    public VisibilityQueries Queries { get; }

    public Scheduler Scheduler { get; }

    public BatchRunner Batches { get; }

    /// <summary>Takes up what an earlier process left, and starts what runs by itself.</summary>
    public async Task ResumeAsync()
    {
        await Scheduler.ResumeAsync().ConfigureAwait(false);
        Batches.Resume();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }
}
