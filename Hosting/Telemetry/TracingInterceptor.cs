using System.Diagnostics;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace TemporalVideo.Hosting.Telemetry;

/// <summary>
/// Traces a session from the client through the workflow to its activities. The context travels in the header <c>_tracer-data</c>, as the
/// other SDKs
/// send it. A workflow makes spans without length and only while it does not replay: a run outlives processes, and is replayed in others.
/// </summary>
public sealed class TracingInterceptor : IClientInterceptor, IWorkerInterceptor
{
    /// <summary>Name of the <see cref="ActivitySource"/>.</summary>
    public const string SourceName = "TemporalVideo";

    private const string Header = "_tracer-data";
    private const string TraceParent = "traceparent";

    private static readonly ActivitySource Source = new(SourceName);

    /// <inheritdoc />
    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new ClientOutbound(nextInterceptor);

    /// <inheritdoc />
    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new WorkflowInbound(nextInterceptor);

    /// <inheritdoc />
    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new ActivityInbound(nextInterceptor);

    private static IDictionary<string, Payload>? Inject(IDictionary<string, Payload>? headers, string? traceParent) =>
        traceParent is null ? headers : new Dictionary<string, Payload>(headers ?? new Dictionary<string, Payload>())
        {
            [Header] = DataConverter.Default.PayloadConverter.ToPayload(new Dictionary<string, string> { [TraceParent] = traceParent }),
        };

    private static string? Extract(IReadOnlyDictionary<string, Payload>? headers) =>
        headers is not null && headers.TryGetValue(Header, out var payload)
            ? DataConverter.Default.PayloadConverter.ToValue<Dictionary<string, string>>(payload)?.GetValueOrDefault(TraceParent)
            : null;

    private static Activity? Start(string name, ActivityKind kind, string? parent = null) =>
        parent is null ? Source.StartActivity(name, kind) : Source.StartActivity(name, kind, parent);

    private static async Task<T> TraceAsync<T>(Activity? span, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }

    private sealed class ClientOutbound(ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
    {
        public override async Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input)
        {
            using var span = Start($"StartWorkflow:{input.Workflow}", ActivityKind.Client)?.SetTag("temporalWorkflowID", input.Options.Id);
            return await TraceAsync(span, () =>
                base.StartWorkflowAsync<TWorkflow, TResult>(input with { Headers = Inject(input.Headers, span?.Id) }));
        }

        public override async Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input)
        {
            using var span = Start($"UpdateWorkflow:{input.Update}", ActivityKind.Client)?.SetTag("temporalWorkflowID", input.Id);
            return await TraceAsync(span, () =>
                base.StartWorkflowUpdateAsync<TResult>(input with { Headers = Inject(input.Headers, span?.Id) }));
        }
    }

    private sealed class WorkflowInbound(WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
    {
        private readonly Parent _parent = new();

        public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new WorkflowOutbound(outbound, _parent));

        public override Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
        {
            _parent.Id = Extract(Workflow.Info.Headers);
            _parent.Id = Mark($"RunWorkflow:{Workflow.Info.WorkflowType}", _parent.Id) ?? _parent.Id;
            return base.ExecuteWorkflowAsync(input);
        }

        public override Task<object?> HandleUpdateAsync(HandleUpdateInput input)
        {
            Mark($"HandleUpdate:{input.Update}", Extract(input.Headers) ?? _parent.Id);
            return base.HandleUpdateAsync(input);
        }
    }

    private sealed class WorkflowOutbound(WorkflowOutboundInterceptor next, Parent parent) : WorkflowOutboundInterceptor(next)
    {
        public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input)
        {
            var id = Mark($"StartActivity:{input.Activity}", parent.Id) ?? parent.Id;
            return base.ScheduleActivityAsync<TResult>(input with { Headers = Inject(input.Headers, id) });
        }
    }

    /// <returns>The span's context; null while replaying, or when nobody listens.</returns>
    private static string? Mark(string name, string? parent)
    {
        if (Workflow.Unsafe.IsReplaying)
        {
            return null;
        }

        using var span = Start(name, ActivityKind.Internal, parent)?
            .SetTag("temporalWorkflowID", Workflow.Info.WorkflowId).SetTag("temporalRunID", Workflow.Info.RunId);
        return span?.Id;
    }

    private sealed class ActivityInbound(ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
    {
        public override async Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            var info = ActivityExecutionContext.Current.Info;
            using var span = Start($"RunActivity:{info.ActivityType}", ActivityKind.Server, Extract(input.Headers))?
                .SetTag("temporalWorkflowID", info.WorkflowId).SetTag("temporalRunID", info.WorkflowRunId)
                    .SetTag("temporalActivityID", info.ActivityId)
                .SetTag("temporalAttempt", info.Attempt);
            return await TraceAsync(span, () => base.ExecuteActivityAsync(input));
        }
    }

    /// <summary>What the spans of a run hang from; its header is known when the run begins, also in a replay.</summary>
    private sealed class Parent
    {
        public string? Id { get; set; }
    }
}
