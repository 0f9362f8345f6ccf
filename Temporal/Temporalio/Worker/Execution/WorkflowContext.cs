using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>All that workflow code can reach through <see cref="Workflow"/>, for one run.</summary>
internal sealed class WorkflowContext
{
    private readonly Dictionary<string, Payload> _memo;
    private readonly WorkflowSetup _setup;
    private object? _instance;

    public WorkflowContext(WorkflowSetup setup, HistoryEvent started, string runId, DateTime now)
    {
        _setup = setup;
        var attributes = started.WorkflowExecutionStartedEventAttributes;
        Now = now;
        Started = attributes;
        Info = WorkflowInfoFactory.Create(setup, started, runId, now);
        Random = new(DeterministicRandom.SeedOf(attributes.OriginalExecutionRunId));
        Patches = new(Commands, () => IsReplaying);
        Handlers = new(setup.Definition);
        Awaits = new(setup.StackTrace == WorkflowStackTrace.Normal);
        Scheduler = new(this);
        Logger = new ReplaySafeLogger(setup.LoggerFactory.CreateLogger($"Temporalio.Workflow:{attributes.WorkflowType.Name}"), this);
        TypedSearchAttributes = attributes.SearchAttributes is { } sa ? SearchAttributeCollection.FromProto(sa) : SearchAttributeCollection.Empty;
        _memo = attributes.Memo is { } memo ? new(memo.Fields) : [];
        Memo = _memo.ToDictionary(m => m.Key, m => (IRawValue)new RawValue(m.Value));
        var root = new InboundCalls(this);
        Inbound = root;
        foreach (var interceptor in setup.Interceptors.Reverse())
        {
            Inbound = interceptor.InterceptWorkflow(Inbound);
        }

        // Each interceptor may put its own around the outbound calls on the way in; the root is told the outermost.
        Inbound.Init(new OutboundCalls(this));
        Outbound = root.Outbound ?? throw new InvalidOperationException("An interceptor's Init did not call the next one's");
    }

    public WorkflowDefinition Definition => _setup.Definition;

    public bool WatchesTasks => _setup.WatchesTasks;

    public WorkflowExecutionStartedEventAttributes Started { get; }

    public WorkflowInfo Info { get; }

    public WorkflowTaskScheduler Scheduler { get; }

    public CommandSink Commands { get; } = new();

    public DeterministicRandom Random { get; }

    public PatchRegistry Patches { get; }

    public HandlerTable Handlers { get; }

    public WaitConditions Conditions { get; } = new();

    public PendingResults Pending { get; } = new();

    public PendingAwaits Awaits { get; }

    public WorkflowInboundInterceptor Inbound { get; }

    public WorkflowOutboundInterceptor Outbound { get; }

    public CancellationTokenSource Cancellation { get; } = new();

    public AsyncLocal<WorkflowUpdateInfo?> CurrentUpdate { get; } = new();

    public ILogger Logger { get; }

    public IPayloadConverter PayloadConverter => _setup.DataConverter.PayloadConverter;

    public IReadOnlyDictionary<string, IRawValue> Memo { get; private set; }

    public SearchAttributeCollection TypedSearchAttributes { get; private set; }

    public string CurrentDetails { get; set; } = string.Empty;

    public bool IsReplaying { get; set; }

    public DateTime Now { get; set; }

    public int HistoryLength { get; set; }

    public int HistorySize { get; set; }

    public bool ContinueAsNewSuggested { get; set; }

    /// <summary>What fails the workflow task; nothing runs any more once it is set.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Whether the calling thread is the one that carries the present activation.</summary>
    public bool AcceptsWorkHere => ActiveThread == Environment.CurrentManagedThreadId;

    /// <summary>Thread of the present activation; 0 between activations.</summary>
    public int ActiveThread { get; set; }

    public object Instance => _instance ?? throw new InvalidOperationException("The workflow has not been created yet");

    public void CreateInstance()
    {
        var method = (System.Reflection.MethodBase?)Definition.InitConstructor ?? Definition.RunMethod;
        _instance = Definition.CreateWorkflowInstance(Arguments.Decode(PayloadConverter, method, Started.Input, 0));
    }

    public void SetFault(Exception fault) => Fault ??= fault;

    public void ReportForeignWork(string how) => SetFault(new InvalidWorkflowSchedulerException(
        $"Workflow {Info.WorkflowType} left its scheduler: {how}. Use the methods of {nameof(Workflow)} to wait and to run tasks, "
        + "and no ConfigureAwait(false)"));

    /// <summary>Whether an exception fails the workflow rather than its task.</summary>
    public bool FailsWorkflow(Exception e) =>
        e is FailureException or OperationCanceledException
        || _setup.FailureExceptionTypes.Any(t => t.IsInstanceOfType(e))
        || Definition.FailureExceptionTypes?.Any(t => t.IsInstanceOfType(e)) == true;

    public Api.Failure.V1.Failure ToFailure(Exception e) => _setup.DataConverter.FailureConverter.ToFailure(e, PayloadConverter);

    public Exception ToException(Api.Failure.V1.Failure failure) =>
        _setup.DataConverter.FailureConverter.ToException(failure, PayloadConverter);

    public void UpsertMemo(IReadOnlyCollection<MemoUpdate> updates)
    {
        if (updates.Count == 0)
        {
            throw new ArgumentException("At least one memo update is required", nameof(updates));
        }

        if (updates.GroupBy(u => u.UntypedKey).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Memo {twice.Key} is updated twice in one call", nameof(updates));
        }

        var memo = new Memo();
        foreach (var update in updates)
        {
            memo.Fields[update.UntypedKey] = PayloadConverter.ToPayload(update.HasValue ? update.UntypedValue : null);
        }

        Commands.Add(new Runs.WorkflowCommand.UpsertMemo(memo));
        foreach (var update in updates)
        {
            if (update.HasValue)
            {
                _memo[update.UntypedKey] = memo.Fields[update.UntypedKey];
            }
            else
            {
                _memo.Remove(update.UntypedKey);
            }
        }

        Memo = _memo.ToDictionary(m => m.Key, m => (IRawValue)new RawValue(m.Value));
    }

    public void UpsertSearchAttributes(IReadOnlyCollection<SearchAttributeUpdate> updates)
    {
        if (updates.Count == 0)
        {
            throw new ArgumentException("At least one search attribute update is required", nameof(updates));
        }

        var changed = TypedSearchAttributes.With(updates);
        var attributes = new SearchAttributes();
        foreach (var update in updates)
        {
            attributes.IndexedFields[update.UntypedKey.Name] = update.ToUpsertPayload();
        }

        Commands.Add(new Runs.WorkflowCommand.UpsertSearchAttributes(attributes));
        TypedSearchAttributes = changed;
    }

    /// <summary>The memo as the next run takes it over.</summary>
    public Memo? CopyMemo() => _memo.Count == 0 ? null : new Memo { Fields = { _memo } };
}
