using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The parents, and the workflows that reach others, of <c>node/workflows/children.js</c>.</summary>
internal static class ParentTwins
{
    [Workflow("parent")]
    public class Parent
    {
        [WorkflowRun]
        public Task<string> RunAsync() => Workflow.ExecuteChildWorkflowAsync((ChildTwins.AfterTasks w) => w.RunAsync(2, "child"), new() { Id = ChildId });
    }

    [Workflow("parentOfFailing")]
    public class ParentOfFailing
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            try
            {
                await Workflow.ExecuteChildWorkflowAsync((ChildTwins.Failing w) => w.RunAsync(), new() { Id = ChildId });
                return "not failed";
            }
            catch (ChildWorkflowFailureException e)
            {
                return $"{e.WorkflowType} {((ApplicationFailureException)e.InnerException!.InnerException!).ErrorType}";
            }
        }
    }

    [Workflow("parentOfTaken")]
    public class ParentOfTaken
    {
        [WorkflowRun]
        public async Task<string> RunAsync(string takenId)
        {
            try
            {
                return await Workflow.ExecuteChildWorkflowAsync((ChildTwins.WaitsForGo w) => w.RunAsync(), new() { Id = takenId });
            }
            catch (WorkflowAlreadyStartedException)
            {
                return "taken";
            }
        }
    }

    [Workflow("parentCancelsWaiting")]
    public class ParentCancelsWaiting
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            using var source = new CancellationTokenSource();
            var child = await Workflow.StartChildWorkflowAsync((ChildTwins.CancelledAfterTasks w) => w.RunAsync(3), new()
            {
                Id = ChildId,
                CancellationToken = source.Token,
                CancellationType = ChildWorkflowCancellationType.WaitCancellationCompleted,
            });
            source.Cancel();
            return await EndOfAsync(child);
        }
    }

    [Workflow("parentCancelsTrying")]
    public class ParentCancelsTrying
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            using var source = new CancellationTokenSource();
            var child = await Workflow.StartChildWorkflowAsync((ChildTwins.Deaf w) => w.RunAsync(), new()
            {
                Id = ChildId,
                CancellationToken = source.Token,
                CancellationType = ChildWorkflowCancellationType.TryCancel,
                ParentClosePolicy = ParentClosePolicy.Terminate,
            });
            source.Cancel();
            return await EndOfAsync(child);
        }
    }

    [Workflow("signalsOther")]
    public class SignalsOther
    {
        [WorkflowRun]
        public async Task<string> RunAsync(string otherId)
        {
            await Workflow.GetExternalWorkflowHandle<ChildTwins.WaitsForGo>(otherId).SignalAsync(w => w.GoAsync("from outside"));
            try
            {
                await Workflow.GetExternalWorkflowHandle<ChildTwins.WaitsForGo>($"{otherId}-unknown").SignalAsync(w => w.GoAsync("to nobody"));
                return "delivered";
            }
            catch (ApplicationFailureException)
            {
                return "unknown";
            }
        }
    }

    [Workflow("cancelsOther")]
    public class CancelsOther
    {
        [WorkflowRun]
        public async Task<string> RunAsync(string otherId)
        {
            await Workflow.GetExternalWorkflowHandle(otherId).CancelAsync();
            try
            {
                await Workflow.GetExternalWorkflowHandle($"{otherId}-unknown").CancelAsync();
                return "asked twice";
            }
            catch (ApplicationFailureException)
            {
                return "asked";
            }
        }
    }

    private static string ChildId => $"{Workflow.Info.WorkflowId}-child";

    private static async Task<string> EndOfAsync(ChildWorkflowHandle child)
    {
        try
        {
            await child.GetResultAsync<object?>();
            return "not cancelled";
        }
        catch (Exception e) when (TemporalException.IsCanceledException(e))
        {
            return "child cancelled";
        }
    }
}
