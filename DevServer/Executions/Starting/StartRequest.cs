using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Namespaces;

namespace TemporalVideo.DevServer.Executions.Starting;

/// <summary>A checked request to start a workflow, whichever RPC it came by.</summary>
internal sealed record StartRequest
{
    public required WorkflowKey Workflow { get; init; }

    public required string RequestId { get; init; }

    public required WorkflowIdReusePolicy ReusePolicy { get; init; }

    public required WorkflowIdConflictPolicy ConflictPolicy { get; init; }

    /// <summary>The Started event as far as the request determines it. The first back-off of a cron workflow is still missing.</summary>
    public required WorkflowExecutionStartedEventAttributes Attributes { get; init; }

    public UserMetadata? Metadata { get; init; }

    public IReadOnlyList<Link> Links { get; init; } = [];

    public static StartRequest Of(StartWorkflowExecutionRequest request, NamespaceRecord ns, SearchAttributeRegistry searchAttributes) =>
        Of(request, WorkflowIdConflictPolicy.Fail, ns, searchAttributes);

    public static StartRequest Of(SignalWithStartWorkflowExecutionRequest request, NamespaceRecord ns,
        SearchAttributeRegistry searchAttributes)
    {
        if (request.WorkflowIdConflictPolicy == WorkflowIdConflictPolicy.Fail)
        {
            throw ServiceErrors.InvalidArgument(
                "Invalid WorkflowIDConflictPolicy: WORKFLOW_ID_CONFLICT_POLICY_FAIL is not supported for this operation.");
        }

        var start = new StartWorkflowExecutionRequest
        {
            WorkflowId = request.WorkflowId,
            WorkflowType = request.WorkflowType,
            TaskQueue = request.TaskQueue,
            Input = request.Input,
            WorkflowExecutionTimeout = request.WorkflowExecutionTimeout,
            WorkflowRunTimeout = request.WorkflowRunTimeout,
            WorkflowTaskTimeout = request.WorkflowTaskTimeout,
            Identity = request.Identity,
            RequestId = request.RequestId,
            WorkflowIdReusePolicy = request.WorkflowIdReusePolicy,
            WorkflowIdConflictPolicy = request.WorkflowIdConflictPolicy,
            RetryPolicy = request.RetryPolicy,
            CronSchedule = request.CronSchedule,
            WorkflowStartDelay = request.WorkflowStartDelay,
            Memo = request.Memo,
            SearchAttributes = request.SearchAttributes,
            Header = request.Header,
            UserMetadata = request.UserMetadata,
            Links = { request.Links },
            Priority = request.Priority,
        };
        return Of(start, WorkflowIdConflictPolicy.UseExisting, ns, searchAttributes);
    }

    /// <summary>Makes the run.</summary>
    public WorkflowRun Start(WorkflowTransaction transaction, string runId)
    {
        if (Attributes.CronSchedule.Length > 0)
        {
            var now = Ticks.ToTime(transaction.Now);
            var slot = CronSchedule.Parse(Attributes.CronSchedule).Next(now, now)
                ?? throw ServiceErrors.InvalidArgument("invalid CronSchedule.");
            Attributes.FirstWorkflowTaskBackoff = Ticks.ToDuration(slot.UtcTicks - transaction.Now);
        }

        return RunFactory.Create(transaction, runId, Attributes, RequestId, Metadata, Links);
    }

    private static StartRequest Of(
        StartWorkflowExecutionRequest request, WorkflowIdConflictPolicy defaultConflict, NamespaceRecord ns,
            SearchAttributeRegistry searchAttributes)
    {
        var (reuse, conflict) = StartPolicy.Resolve(request.WorkflowIdReusePolicy, request.WorkflowIdConflictPolicy, defaultConflict);
        var start = new StartRequest
        {
            Workflow = new WorkflowKey(ns.Id, request.WorkflowId),
            RequestId = request.RequestId.Length > 0 ? request.RequestId : Guid.NewGuid().ToString(),
            ReusePolicy = reuse,
            ConflictPolicy = conflict,
            Metadata = request.UserMetadata,
            Links = request.Links,
            Attributes = new WorkflowExecutionStartedEventAttributes
            {
                WorkflowType = request.WorkflowType,
                TaskQueue = request.TaskQueue is null ? null : new TaskQueue { Name = request.TaskQueue.Name, Kind = TaskQueueKind.Normal },
                Input = request.Input,
                WorkflowExecutionTimeout = request.WorkflowExecutionTimeout,
                WorkflowRunTimeout = request.WorkflowRunTimeout,
                WorkflowTaskTimeout = request.WorkflowTaskTimeout,
                Identity = request.Identity,
                RetryPolicy = request.RetryPolicy,
                CronSchedule = request.CronSchedule,
                FirstWorkflowTaskBackoff = request.WorkflowStartDelay,
                Memo = request.Memo,
                Header = request.Header,
                Priority = request.Priority,
                ContinuedFailure = request.ContinuedFailure,
                LastCompletionResult = request.LastCompletionResult,
            },
        };
        start.Check(request.WorkflowStartDelay is not null, ns, searchAttributes, request.SearchAttributes);
        return start;
    }

    private void Check(bool isDelayed, NamespaceRecord ns, SearchAttributeRegistry registry, SearchAttributes? searchAttributes)
    {
        Require(Workflow.WorkflowId.Length > 0, "WorkflowId is not set on request.");
        Limits.CheckLength(Workflow.WorkflowId, "WorkflowId");
        Require(Attributes.WorkflowType?.Name is { Length: > 0 }, "WorkflowType is not set on request.");
        Limits.CheckLength(Attributes.WorkflowType!.Name, "WorkflowType");
        Require(Attributes.TaskQueue?.Name is { Length: > 0 }, "missing task queue name");
        Limits.CheckLength(Attributes.TaskQueue!.Name, "taskQueue");
        Require(!Attributes.TaskQueue.Name.StartsWith("/_sys/", StringComparison.Ordinal),
            "task queue name cannot start with reserved prefix /_sys/");
        Limits.CheckLength(RequestId, "RequestId");
        Require(Ticks.Of(Attributes.WorkflowExecutionTimeout) >= 0, "An invalid WorkflowExecutionTimeout is set on request.");
        Require(Ticks.Of(Attributes.WorkflowRunTimeout) >= 0, "An invalid WorkflowRunTimeout is set on request.");
        Require(Ticks.Of(Attributes.WorkflowTaskTimeout) >= 0, "An invalid WorkflowTaskTimeout is set on request.");
        Require(Ticks.Of(Attributes.FirstWorkflowTaskBackoff) >= 0, "An invalid WorkflowStartDelay is set on request.");
        if (RetryPolicies.Validate(Attributes.RetryPolicy) is { } fault)
        {
            throw ServiceErrors.InvalidArgument(fault);
        }

        if (Attributes.CronSchedule.Length > 0)
        {
            CronSchedule.Parse(Attributes.CronSchedule);
            Require(!isDelayed, "CronSchedule and WorkflowStartDelay may not be used together.");
        }

        Limits.CheckBlob(Attributes.Input);
        Limits.CheckBlob(Attributes.Memo, "Memo size exceeds limit.");
        if (searchAttributes is { IndexedFields.Count: > 0 })
        {
            Attributes.SearchAttributes = registry.Normalize(ns.Name, searchAttributes);
        }
    }

    private static void Require(bool condition, string text)
    {
        if (!condition)
        {
            throw ServiceErrors.InvalidArgument(text);
        }
    }
}
