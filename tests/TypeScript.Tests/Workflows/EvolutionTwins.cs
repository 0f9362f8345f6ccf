using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The workflows of <c>node/workflows/evolution.js</c>.</summary>
internal static class EvolutionTwins
{
    private static readonly SearchAttributeKey<string> Stage = SearchAttributeKey.CreateKeyword("VideoStage");
    private static readonly SearchAttributeKey<long> Count = SearchAttributeKey.CreateLong("VideoCount");

    [Workflow("continues")]
    public class Continues
    {
        [WorkflowRun]
        public Task<string> RunAsync(int rounds) => rounds > 0
            ? throw Workflow.CreateContinueAsNewException((Continues w) => w.RunAsync(rounds - 1))
            : Task.FromResult(Workflow.Info.ContinuedRunId is null ? "first run" : "continued run");
    }

    [Workflow("withPatch")]
    public class WithPatch
    {
        [WorkflowRun]
        public Task<string> RunAsync()
        {
            var way = Workflow.Patched("the-patch") ? "new" : "old";
            return Workflow.ExecuteActivityAsync(() => TwinActivities.Greet(way), TwinOptions.Minute);
        }
    }

    [Workflow("withDeprecatedPatch")]
    public class WithDeprecatedPatch
    {
        [WorkflowRun]
        public Task<string> RunAsync()
        {
            Workflow.DeprecatePatch("the-patch");
            return Workflow.ExecuteActivityAsync(() => TwinActivities.Greet("new"), TwinOptions.Minute);
        }
    }

    [Workflow("localActivities")]
    public class LocalActivities
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var one = await Workflow.ExecuteLocalActivityAsync(() => TwinActivities.Greet("one"), TwinOptions.Local);
            return $"{one}, {await Workflow.ExecuteLocalActivityAsync(() => TwinActivities.Greet("two"), TwinOptions.Local)}";
        }
    }

    [Workflow("localActivityFails")]
    public class LocalActivityFails
    {
        [WorkflowRun]
        public async Task<string?> RunAsync()
        {
            try
            {
                return await Workflow.ExecuteLocalActivityAsync(() => TwinActivities.Refuse("local"), TwinOptions.Local);
            }
            catch (FailureException e)
            {
                return (e as ApplicationFailureException ?? (ApplicationFailureException)e.InnerException!).ErrorType;
            }
        }
    }

    [Workflow("longLocalActivity")]
    public class LongLocalActivity
    {
        [WorkflowRun]
        public Task<string> RunAsync()
        {
            var id = Workflow.Info.WorkflowId;
            return Workflow.ExecuteLocalActivityAsync(() => TwinActivities.UntilTasksStartedAsync(id, 2), TwinOptions.Local);
        }
    }

    [Workflow("upserts")]
    public class Upserts
    {
        [WorkflowRun]
        public Task RunAsync()
        {
            Workflow.UpsertTypedSearchAttributes(Stage.ValueSet("rendering"), Count.ValueSet(3));
            Workflow.UpsertMemo(MemoUpdate.ValueSet("added", "by the workflow"), MemoUpdate.ValueUnset("removed"));
            return Task.CompletedTask;
        }
    }
}
