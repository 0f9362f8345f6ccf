using System.Linq.Expressions;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Workflows;
using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>Starts a workflow; its id gets the time appended.</summary>
/// <param name="Workflow">Workflow type.</param>
/// <param name="Args">Arguments; those of a described schedule are <see cref="IEncodedRawValue" />.</param>
/// <param name="Options">Options; id and task queue are required, policies for ids, cron schedule, start signal and RPC options not allowed.</param>
/// <param name="Headers">Headers of each workflow, sent as they are.</param>
public record ScheduleActionStartWorkflow(
    string Workflow, IReadOnlyCollection<object?> Args, WorkflowOptions Options, IReadOnlyDictionary<string, Payload>? Headers = null)
    : ScheduleAction
{
    /// <summary>Starts a workflow by a call of its run method.</summary>
    public static ScheduleActionStartWorkflow Create<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options) => Of(workflowRunCall, options);

    /// <summary>Starts a workflow by a call of its run method.</summary>
    public static ScheduleActionStartWorkflow Create<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options) => Of(workflowRunCall, options);

    /// <summary>Starts a workflow by name.</summary>
    public static ScheduleActionStartWorkflow Create(
        string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options) => new(workflow, args, options);

    internal static async Task<ScheduleAction> FromProtoAsync(NewWorkflowExecutionInfo proto, DataConverter converter)
    {
        var (summary, details) = await converter.FromUserMetadataAsync(proto.UserMetadata).ConfigureAwait(false);
        var options = new WorkflowOptions(proto.WorkflowId, proto.TaskQueue.Name)
        {
            ExecutionTimeout = proto.WorkflowExecutionTimeout?.ToTimeSpan(),
            RunTimeout = proto.WorkflowRunTimeout?.ToTimeSpan(),
            TaskTimeout = proto.WorkflowTaskTimeout?.ToTimeSpan(),
            RetryPolicy = proto.RetryPolicy is { } retry ? Common.RetryPolicy.FromProto(retry) : null,
            Memo = converter.ToEncodedValues(proto.Memo).ToDictionary(field => field.Key, object (field) => field.Value),
            TypedSearchAttributes = proto.SearchAttributes is { } attributes
                ? SearchAttributeCollection.FromProto(attributes)
                : SearchAttributeCollection.Empty,
            StaticSummary = summary,
            StaticDetails = details,
            Priority = proto.Priority is { } priority ? new Common.Priority(priority) : null,
        };
        var args = (proto.Input?.Payloads_ ?? []).Select(object? (payload) => new EncodedRawValue(converter, payload)).ToArray();
        return new ScheduleActionStartWorkflow(proto.WorkflowType.Name, args, options, proto.Header?.Fields.ToDictionary());
    }

    internal override async Task<Proto.ScheduleAction> ToProtoAsync(DataConverter converter)
    {
        Validate();
        var info = new NewWorkflowExecutionInfo
        {
            WorkflowId = Options.Id,
            WorkflowType = new WorkflowType { Name = Workflow },
            TaskQueue = new() { Name = Options.TaskQueue },
            Input = Args.Count == 0 ? null : new Payloads { Payloads_ = { await PayloadsAsync(converter, Args).ConfigureAwait(false) } },
            WorkflowExecutionTimeout = Options.ExecutionTimeout?.ToDuration(),
            WorkflowRunTimeout = Options.RunTimeout?.ToDuration(),
            WorkflowTaskTimeout = Options.TaskTimeout?.ToDuration(),
            RetryPolicy = Options.RetryPolicy?.ToProto(),
            SearchAttributes = Options.TypedSearchAttributes is { Count: > 0 } attributes ? attributes.ToProto() : null,
            UserMetadata = await converter.ToUserMetadataAsync(Options.StaticSummary, Options.StaticDetails).ConfigureAwait(false),
            Priority = Options.Priority?.ToProto(),
        };
        if (Options.Memo is { Count: > 0 } memo)
        {
            var payloads = await PayloadsAsync(converter, [.. memo.Values]).ConfigureAwait(false);
            info.Memo = new Memo { Fields = { memo.Keys.Zip(payloads).ToDictionary(pair => pair.First, pair => pair.Second) } };
        }

        if (Headers is { Count: > 0 })
        {
            info.Header = new Header { Fields = { Headers.ToDictionary() } };
        }

        return new Proto.ScheduleAction { StartWorkflow = info };
    }

    private static ScheduleActionStartWorkflow Of(LambdaExpression runCall, WorkflowOptions options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(runCall);
        return new(WorkflowDefinition.NameFromRunMethodForCall(method), args, options);
    }

    // What came from the server is encoded already and goes back as it is.
    private static async Task<IReadOnlyList<Payload>> PayloadsAsync(DataConverter converter, IReadOnlyCollection<object?> values)
    {
        var payloads = new List<Payload>(values.Count);
        foreach (var value in values)
        {
            payloads.Add(value is IEncodedRawValue encoded ? encoded.Payload : await converter.ToPayloadAsync(value).ConfigureAwait(false));
        }

        return payloads;
    }

    private void Validate()
    {
        if (string.IsNullOrEmpty(Options.Id) || string.IsNullOrEmpty(Options.TaskQueue))
        {
            throw new ArgumentException($"Id and TaskQueue are required to schedule {Workflow}.");
        }

        if (Options.IdReusePolicy != WorkflowIdReusePolicy.AllowDuplicate || Options.IdConflictPolicy != WorkflowIdConflictPolicy.Unspecified
            || Options.CronSchedule != null || Options.StartSignal != null || Options.StartSignalArgs != null || Options.Rpc != null)
        {
            throw new ArgumentException(
                $"The scheduled workflow {Workflow} cannot have an IdReusePolicy, IdConflictPolicy, CronSchedule, StartSignal or Rpc options.");
        }
    }
}
