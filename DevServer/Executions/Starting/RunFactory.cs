using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Histories;

namespace TemporalVideo.DevServer.Executions.Starting;

/// <summary>Makes new runs.</summary>
internal static class RunFactory
{
    private static readonly long DefaultTaskTimeout = TimeSpan.FromSeconds(10).Ticks;
    private static readonly long LongestTaskTimeout = TimeSpan.FromSeconds(120).Ticks;

    /// <summary>Makes a run with its Started event and makes it current; the first workflow task is up to the caller.</summary>
    /// <param name="transaction">The change that it belongs to.</param>
    /// <param name="runId">Id of the new run.</param>
    /// <param name="attributes">Of the Started event; what follows from the rest is filled in.</param>
    /// <param name="requestId">Of whoever starts it, to recognise a repeated call.</param>
    /// <param name="metadata">Summary and details for people.</param>
    /// <param name="links">What caused it.</param>
    public static WorkflowRun Create(
        WorkflowTransaction transaction, string runId, WorkflowExecutionStartedEventAttributes attributes, string requestId,
            UserMetadata? metadata, IEnumerable<Link>? links = null)
    {
        var key = transaction.Workflow.Key;
        Fill(attributes, key, runId, transaction.Now);
        var runKey = transaction.Engine.NextRunKey();
        var run = new WorkflowRun(
            runKey,
            new RunState
            {
                NamespaceId = key.NamespaceId,
                WorkflowId = key.WorkflowId,
                RunId = runId,
                NextEventId = 1,
                CreationRequestId = requestId,
            },
            new RunHistory(transaction.Engine.Database, runKey, nextEventId: 1),
            isNew: true);
        transaction.AddRun(run);
        var started = new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionStarted,
            WorkflowExecutionStartedEventAttributes = attributes,
            UserMetadata = metadata,
        };
        if (links is not null)
        {
            started.Links.AddRange(links);
        }

        run.Add(started);
        return run;
    }

    /// <summary>A new run id: a UUID of version 7, so that runs sort by their creation.</summary>
    public static string NewRunId() => Guid.CreateVersion7().ToString();

    private static void Fill(WorkflowExecutionStartedEventAttributes attributes, WorkflowKey key, string runId, long now)
    {
        attributes.WorkflowId = key.WorkflowId;
        attributes.OriginalExecutionRunId = runId;
        if (attributes.FirstExecutionRunId.Length == 0)
        {
            attributes.FirstExecutionRunId = runId;
        }

        attributes.Attempt = Math.Max(1, attributes.Attempt);
        attributes.FirstWorkflowTaskBackoff ??= Ticks.ToDuration(0);
        var executionTimeout = Ticks.Of(attributes.WorkflowExecutionTimeout);
        if (executionTimeout > 0 && attributes.WorkflowExecutionExpirationTime is null)
        {
            attributes.WorkflowExecutionExpirationTime =
                Ticks.ToTimestamp(Ticks.Add(Ticks.Add(now, Ticks.Of(attributes.FirstWorkflowTaskBackoff)), executionTimeout));
        }

        var runTimeout = Ticks.MinLimit(Ticks.Of(attributes.WorkflowRunTimeout), executionTimeout);
        var taskTimeout = Ticks.Of(attributes.WorkflowTaskTimeout);
        taskTimeout = Math.Min(taskTimeout == 0 ? DefaultTaskTimeout : taskTimeout, LongestTaskTimeout);
        if (runTimeout != Ticks.Of(attributes.WorkflowRunTimeout))
        {
            attributes.WorkflowRunTimeout = Ticks.ToDuration(runTimeout);
        }

        attributes.WorkflowTaskTimeout = Ticks.ToDuration(Ticks.MinLimit(taskTimeout, runTimeout));
        if (attributes.RetryPolicy is not null)
        {
            attributes.RetryPolicy = Activities.RetryPolicies.WithDefaults(attributes.RetryPolicy);
        }
    }
}
