using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>What a worker serves, and how much of it at once.</summary>
public class TemporalWorkerOptions : ICloneable
{
    private IList<ActivityDefinition> _activities = [];
    private IList<WorkflowDefinition> _workflows = [];

    /// <summary>Makes options without a task queue.</summary>
    public TemporalWorkerOptions()
    {
    }

    /// <summary>Makes options for a task queue.</summary>
    /// <param name="taskQueue">See <see cref="TaskQueue"/>.</param>
    public TemporalWorkerOptions(string taskQueue) => TaskQueue = taskQueue;

    /// <summary>Task queue to poll. Required.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Activities served.</summary>
    public IList<ActivityDefinition> Activities => _activities;

    /// <summary>Workflows served.</summary>
    public IList<WorkflowDefinition> Workflows => _workflows;

    /// <summary>Interceptors, outermost first, inside of those of the client.</summary>
    public IReadOnlyCollection<IWorkerInterceptor>? Interceptors { get; set; }

    /// <summary>Identity of this worker; null means the client's.</summary>
    public string? Identity { get; set; }

    /// <summary>Build id reported with each task; null means one derived from the entry assembly.</summary>
    public string? BuildId { get; set; }

    /// <summary>Runs kept in memory; 0 means that every task replays from the start. Default: 10 000.</summary>
    public int MaxCachedWorkflows { get; set; } = 10_000;

    /// <summary>Workflow tasks at once. Default: 100.</summary>
    public int? MaxConcurrentWorkflowTasks { get; set; }

    /// <summary>Activities at once. Default: 100.</summary>
    public int? MaxConcurrentActivities { get; set; }

    /// <summary>Local activities at once. Default: 100.</summary>
    public int? MaxConcurrentLocalActivities { get; set; }

    /// <summary>Polls for workflow tasks at once, sticky ones included. Default: 5.</summary>
    public int MaxConcurrentWorkflowTaskPolls { get; set; } = 5;

    /// <summary>Share of the polls that ask for tasks of uncached runs. Default: 0.2.</summary>
    public float NonStickyToStickyPollRatio { get; set; } = 0.2F;

    /// <summary>Polls for activities at once. Default: 5.</summary>
    public int MaxConcurrentActivityTaskPolls { get; set; } = 5;

    /// <summary>Whether activities are not polled for, even if there are some for local use. Default: false.</summary>
    public bool LocalActivityWorkerOnly { get; set; }

    /// <summary>How long the server keeps a task for this worker's cache before it goes to any worker. Default: 10 s.</summary>
    public TimeSpan StickyQueueScheduleToStartTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest interval between two heartbeats that are sent. Default: 60 s.</summary>
    public TimeSpan MaxHeartbeatThrottleInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Interval between heartbeats of activities without a heartbeat timeout. Default: 30 s.</summary>
    public TimeSpan DefaultHeartbeatThrottleInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long running activities may go on after shutdown has begun, before they are cancelled. Default: 0.</summary>
    public TimeSpan GracefulShutdownTimeout { get; set; }

    /// <summary>Most activities started per second by the task queue's workers together, kept by the server; null means no limit.</summary>
    public double? MaxTaskQueueActivitiesPerSecond { get; set; }

    /// <summary>Logger; null means the client's.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Whether workflow code may block for longer than 2 s, as a debugger makes it. Default: when TEMPORAL_DEBUG is set.</summary>
    public bool DebugMode { get; set; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TEMPORAL_DEBUG"));

    /// <summary>Exception types that fail the workflow instead of its task, for all workflows.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes { get; set; }

    /// <summary>Whether tasks that left the workflow's scheduler are not looked for. Default: false.</summary>
    public bool DisableWorkflowTracingEventListener { get; set; }

    /// <summary>Whether the query <c>__stack_trace</c> tells call stacks. Default: only what is waited for.</summary>
    public WorkflowStackTrace WorkflowStackTrace { get; set; }

    /// <summary>Adds an activity.</summary>
    /// <param name="del">Method with <see cref="ActivityAttribute"/>.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">It is not a valid activity.</exception>
    public TemporalWorkerOptions AddActivity(Delegate del) => AddActivity(ActivityDefinition.Create(del));

    /// <summary>Adds an activity.</summary>
    /// <param name="definition">The activity.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddActivity(ActivityDefinition definition)
    {
        Activities.Add(definition);
        return this;
    }

    /// <summary>Adds every activity of a type.</summary>
    /// <typeparam name="T">Type with activities.</typeparam>
    /// <param name="instance">Object to call instance methods on; null when all are static.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">There are none, or one is not valid.</exception>
    public TemporalWorkerOptions AddAllActivities<T>(T? instance) => AddAllActivities(typeof(T), instance);

    /// <summary>Adds every activity of a type.</summary>
    /// <param name="type">Type with activities.</param>
    /// <param name="instance">Object to call instance methods on; null when all are static.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">There are none, or one is not valid.</exception>
    public TemporalWorkerOptions AddAllActivities(Type type, object? instance)
    {
        foreach (var definition in ActivityDefinition.CreateAll(type, instance))
        {
            Activities.Add(definition);
        }

        return this;
    }

    /// <summary>Adds a workflow.</summary>
    /// <typeparam name="T">Class with <see cref="WorkflowAttribute"/>.</typeparam>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">It is not a valid workflow.</exception>
    public TemporalWorkerOptions AddWorkflow<T>() => AddWorkflow(typeof(T));

    /// <summary>Adds a workflow.</summary>
    /// <param name="type">Class with <see cref="WorkflowAttribute"/>.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">It is not a valid workflow.</exception>
    public TemporalWorkerOptions AddWorkflow(Type type) => AddWorkflow(WorkflowDefinition.Create(type));

    /// <summary>Adds a workflow.</summary>
    /// <param name="definition">The workflow.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddWorkflow(WorkflowDefinition definition)
    {
        Workflows.Add(definition);
        return this;
    }

    /// <summary>Copies the options and their lists.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (TemporalWorkerOptions)MemberwiseClone();
        copy._activities = [.. Activities];
        copy._workflows = [.. Workflows];
        return copy;
    }
}
