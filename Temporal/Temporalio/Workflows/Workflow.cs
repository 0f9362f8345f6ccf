using Microsoft.Extensions.Logging;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Worker.Execution;

namespace Temporalio.Workflows;

/// <summary>What workflow code can ask of Temporal. Everything here is deterministic; outside of workflow code every member throws.</summary>
public static partial class Workflow
{
    /// <summary>Whether the calling code runs in a workflow.</summary>
    public static bool InWorkflow => WorkflowTaskScheduler.CurrentContext is not null;

    /// <summary>What the run knows about itself.</summary>
    public static WorkflowInfo Info => Context.Info;

    /// <summary>The workflow object.</summary>
    public static object Instance => Context.Instance;

    /// <summary>Time of the present workflow task, UTC; the same on replay.</summary>
    public static DateTime UtcNow => Context.Now;

    /// <summary>Random numbers that are the same on replay. Not for secrets.</summary>
    /// <exception cref="Temporalio.Exceptions.InvalidWorkflowOperationException">In a query handler or validator: it would change what the workflow draws next.</exception>
    public static Random Random => Drawable;

    /// <summary>Cancelled when cancellation of the workflow is requested.</summary>
    public static CancellationToken CancellationToken => Context.Cancellation.Token;

    /// <summary>Logger that says nothing while replaying.</summary>
    public static ILogger Logger => Context.Logger;

    /// <summary>Converter of the workflow's values.</summary>
    public static IPayloadConverter PayloadConverter => Context.PayloadConverter;

    /// <summary>Memo with the updates made so far.</summary>
    public static IReadOnlyDictionary<string, IRawValue> Memo => Context.Memo;

    /// <summary>Search attributes with the updates made so far.</summary>
    public static SearchAttributeCollection TypedSearchAttributes => Context.TypedSearchAttributes;

    /// <summary>Text for people about what the workflow is doing now, in Markdown; shown by tools.</summary>
    public static string CurrentDetails
    {
        get => Context.CurrentDetails;
        set
        {
            Context.Commands.RequireWritable("Setting the current details");
            Context.CurrentDetails = value ?? string.Empty;
        }
    }

    /// <summary>Number of events in history at the present task.</summary>
    public static int CurrentHistoryLength => Context.HistoryLength;

    /// <summary>Size of history at the present task, in bytes.</summary>
    public static int CurrentHistorySize => Context.HistorySize;

    /// <summary>Whether history has grown so long that the server suggests to continue as new.</summary>
    public static bool ContinueAsNewSuggested => Context.ContinueAsNewSuggested;

    /// <summary>The update whose handler runs, or null.</summary>
    public static WorkflowUpdateInfo? CurrentUpdateInfo => Context.CurrentUpdate.Value;

    /// <summary>Whether no signal or update handler is running. Good as a wait condition at the end of a workflow.</summary>
    public static bool AllHandlersFinished => Context.Handlers.AllFinished;

    /// <summary>Signal handlers by name; may be changed. Setting one delivers the signals that waited for it.</summary>
    public static IDictionary<string, WorkflowSignalDefinition> Signals => Context.Handlers.Signals;

    /// <summary>Query handlers by name; may be changed.</summary>
    public static IDictionary<string, WorkflowQueryDefinition> Queries => Context.Handlers.Queries;

    /// <summary>Update handlers by name; may be changed.</summary>
    public static IDictionary<string, WorkflowUpdateDefinition> Updates => Context.Handlers.Updates;

    /// <summary>Handler of all other signals, or null. Setting one delivers the signals that waited.</summary>
    public static WorkflowSignalDefinition? DynamicSignal
    {
        get => Context.Handlers.DynamicSignal;
        set => Context.Handlers.DynamicSignal = value;
    }

    /// <summary>Handler of all other queries, or null.</summary>
    public static WorkflowQueryDefinition? DynamicQuery
    {
        get => Context.Handlers.DynamicQuery;
        set => Context.Handlers.DynamicQuery = value;
    }

    /// <summary>Handler of all other updates, or null.</summary>
    public static WorkflowUpdateDefinition? DynamicUpdate
    {
        get => Context.Handlers.DynamicUpdate;
        set => Context.Handlers.DynamicUpdate = value;
    }

    private static DeterministicRandom Drawable
    {
        get
        {
            Context.Commands.RequireWritable("Drawing a random value");
            return Context.Random;
        }
    }

    internal static WorkflowContext Context =>
        WorkflowTaskScheduler.CurrentContext ?? throw new InvalidOperationException("Not in workflow");

    /// <summary>A random GUID that is the same on replay. Not for secrets.</summary>
    /// <returns>The GUID.</returns>
    /// <exception cref="Temporalio.Exceptions.InvalidWorkflowOperationException">In a query handler or validator: it would change what the workflow draws next.</exception>
    public static Guid NewGuid() => Drawable.NextGuid();

    /// <summary>Whether the code may take the way of a patch: always for runs that come here first, never for runs that passed here before it existed.</summary>
    /// <param name="patchId">Patch id.</param>
    /// <returns>Whether to take the new way.</returns>
    public static bool Patched(string patchId) => Context.Patches.Use(patchId, deprecated: false);

    /// <summary>Says that every run that still matters has the patch, so that only the new way is left in the code.</summary>
    /// <param name="patchId">Patch id.</param>
    public static void DeprecatePatch(string patchId) => Context.Patches.Use(patchId, deprecated: true);

    /// <summary>Changes the memo.</summary>
    /// <param name="updates">Changes, one per entry.</param>
    /// <exception cref="ArgumentException">There are none, or two for one entry.</exception>
    public static void UpsertMemo(params MemoUpdate[] updates) => Context.UpsertMemo(updates);

    /// <summary>Changes search attributes.</summary>
    /// <param name="updates">Changes, one per attribute.</param>
    /// <exception cref="ArgumentException">There are none, or two for one attribute.</exception>
    public static void UpsertTypedSearchAttributes(params SearchAttributeUpdate[] updates) => Context.UpsertSearchAttributes(updates);

    /// <summary>Another workflow, to be signalled or cancelled.</summary>
    /// <param name="id">Workflow id.</param>
    /// <param name="runId">Run id; null means the latest run.</param>
    /// <returns>The handle.</returns>
    public static ExternalWorkflowHandle GetExternalWorkflowHandle(string id, string? runId = null)
    {
        _ = Context;
        return new(id, runId);
    }

    /// <summary>Another workflow of a known type, to be signalled or cancelled.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="id">Workflow id.</param>
    /// <param name="runId">Run id; null means the latest run.</param>
    /// <returns>The handle.</returns>
    public static ExternalWorkflowHandle<TWorkflow> GetExternalWorkflowHandle<TWorkflow>(string id, string? runId = null)
    {
        _ = Context;
        return new(id, runId);
    }

    /// <summary>What should only be used when there is no other way.</summary>
    public static class Unsafe
    {
        /// <summary>Whether the code is running again what it did before. Must not change what the workflow does.</summary>
        public static bool IsReplaying => Context.IsReplaying;
    }
}
