using System.Collections.Concurrent;
using Temporalio.Api.Common.V1;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Notes every call that passes, and puts into headers where a call came from. Nothing is noted twice.</summary>
internal sealed class TracingInterceptor : IClientInterceptor, IWorkerInterceptor
{
    private const string Key = "trace";
    private readonly ConcurrentQueue<string> _log = new();

    public IReadOnlyList<string> Log => [.. _log];

    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new ClientOutbound(this, nextInterceptor);

    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new WorkflowInbound(this, nextInterceptor);

    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new ActivityInbound(this, nextInterceptor);

    private static Dictionary<string, Payload> Header(string from) => new() { [Key] = DataConverter.Default.PayloadConverter.ToPayload(from) };

    private void Note(string what)
    {
        if (!_log.Contains(what))
        {
            _log.Enqueue(what);
        }
    }

    private void NoteHeader(string what, IReadOnlyDictionary<string, Payload>? headers)
    {
        if (headers?.TryGetValue(Key, out var payload) == true)
        {
            Note($"{what} got {DataConverter.Default.PayloadConverter.ToValue(payload, typeof(string))}");
        }
    }

    private sealed class ClientOutbound(TracingInterceptor trace, ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
    {
        public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input)
        {
            trace.Note($"client StartWorkflow {input.Workflow}");
            return base.StartWorkflowAsync<TWorkflow, TResult>(input with { Headers = Header("client start") });
        }

        public override Task SignalWorkflowAsync(SignalWorkflowInput input)
        {
            trace.Note($"client SignalWorkflow {input.Signal}");
            return base.SignalWorkflowAsync(input with { Headers = Header("client signal") });
        }

        public override Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input)
        {
            trace.Note($"client QueryWorkflow {input.Query}");
            return base.QueryWorkflowAsync<TResult>(input with { Headers = Header("client query") });
        }

        public override Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input)
        {
            trace.Note($"client StartWorkflowUpdate {input.Update}");
            return base.StartWorkflowUpdateAsync<TResult>(input with { Headers = Header("client update") });
        }

        public override Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input)
        {
            trace.Note("client DescribeWorkflow");
            return base.DescribeWorkflowAsync(input);
        }

        public override Task CancelWorkflowAsync(CancelWorkflowInput input)
        {
            trace.Note("client CancelWorkflow");
            return base.CancelWorkflowAsync(input);
        }

        public override Task TerminateWorkflowAsync(TerminateWorkflowInput input)
        {
            trace.Note("client TerminateWorkflow");
            return base.TerminateWorkflowAsync(input);
        }

        public override Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(FetchWorkflowHistoryEventPageInput input)
        {
            trace.Note("client FetchWorkflowHistoryEventPage");
            return base.FetchWorkflowHistoryEventPageAsync(input);
        }

        public override IAsyncEnumerable<Temporalio.Client.WorkflowExecution> ListWorkflowsAsync(ListWorkflowsInput input)
        {
            trace.Note("client ListWorkflows");
            return base.ListWorkflowsAsync(input);
        }

        public override Task<WorkflowExecutionCount> CountWorkflowsAsync(CountWorkflowsInput input)
        {
            trace.Note("client CountWorkflows");
            return base.CountWorkflowsAsync(input);
        }
    }

    private sealed class WorkflowInbound(TracingInterceptor trace, WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
    {
        public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new WorkflowOutbound(trace, outbound));

        public override Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
        {
            trace.NoteHeader($"ExecuteWorkflow {Workflow.Info.WorkflowType}", input.Headers);
            return base.ExecuteWorkflowAsync(input);
        }

        public override Task HandleSignalAsync(HandleSignalInput input)
        {
            trace.NoteHeader($"HandleSignal {input.Signal}", input.Headers);
            return base.HandleSignalAsync(input);
        }

        public override object? HandleQuery(HandleQueryInput input)
        {
            trace.NoteHeader($"HandleQuery {input.Query}", input.Headers);
            return base.HandleQuery(input);
        }

        public override void ValidateUpdate(HandleUpdateInput input)
        {
            trace.NoteHeader($"ValidateUpdate {input.Update}", input.Headers);
            base.ValidateUpdate(input);
        }

        public override Task<object?> HandleUpdateAsync(HandleUpdateInput input)
        {
            trace.NoteHeader($"HandleUpdate {input.Update}", input.Headers);
            return base.HandleUpdateAsync(input);
        }
    }

    private sealed class WorkflowOutbound(TracingInterceptor trace, WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
    {
        public override Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input)
        {
            trace.Note("workflow CancelExternalWorkflow");
            return base.CancelExternalWorkflowAsync(input);
        }

        public override ContinueAsNewException CreateContinueAsNewException(CreateContinueAsNewExceptionInput input)
        {
            trace.Note("workflow CreateContinueAsNewException");
            return base.CreateContinueAsNewException(input with { Headers = Header("workflow continue") });
        }

        public override Task DelayAsync(DelayAsyncInput input)
        {
            trace.Note("workflow DelayAsync");
            return base.DelayAsync(input);
        }

        public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input)
        {
            trace.Note($"workflow ScheduleActivity {input.Activity}");
            return base.ScheduleActivityAsync<TResult>(input with { Headers = Header("workflow activity") });
        }

        public override Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input)
        {
            trace.Note($"workflow ScheduleLocalActivity {input.Activity}");
            return base.ScheduleLocalActivityAsync<TResult>(input with { Headers = Header("workflow local activity") });
        }

        public override Task SignalChildWorkflowAsync(SignalChildWorkflowInput input)
        {
            trace.Note($"workflow SignalChildWorkflow {input.Signal}");
            return base.SignalChildWorkflowAsync(input with { Headers = Header("workflow child signal") });
        }

        public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input)
        {
            trace.Note($"workflow SignalExternalWorkflow {input.Signal}");
            return base.SignalExternalWorkflowAsync(input);
        }

        public override Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(StartChildWorkflowInput input)
        {
            trace.Note($"workflow StartChildWorkflow {input.Workflow}");
            return base.StartChildWorkflowAsync<TWorkflow, TResult>(input with { Headers = Header("workflow child") });
        }
    }

    private sealed class ActivityInbound(TracingInterceptor trace, ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
    {
        public override void Init(ActivityOutboundInterceptor outbound) => base.Init(new ActivityOutbound(trace, outbound));

        public override Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            trace.NoteHeader($"ExecuteActivity {input.Activity.Name}", input.Headers);
            return base.ExecuteActivityAsync(input);
        }
    }

    private sealed class ActivityOutbound(TracingInterceptor trace, ActivityOutboundInterceptor next) : ActivityOutboundInterceptor(next)
    {
        public override void Heartbeat(HeartbeatInput input)
        {
            trace.Note("activity Heartbeat");
            base.Heartbeat(input);
        }
    }
}
