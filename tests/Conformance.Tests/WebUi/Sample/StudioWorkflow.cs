using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.WebUi.Sample;

/// <summary>Has something for every place of the pages: summaries, details, memo, attributes, work that waits, fails and goes on.</summary>
[Workflow("studio")]
public sealed class StudioWorkflow
{
    private readonly List<string> _takes = [];
    private bool _isWrapped;

    /// <summary>The takes so far.</summary>
    [WorkflowQuery("takes", Description = "The takes that were shot so far")]
    public IReadOnlyList<string> Takes => _takes;

    [WorkflowRun]
    public async Task<IReadOnlyList<string>> RunAsync(string title)
    {
        Workflow.CurrentDetails = "Preparing the **set**";
        Workflow.UpsertMemo(MemoUpdate.ValueSet("director", "Ada"));
        Workflow.UpsertTypedSearchAttributes(StudioAttributes.Stage.ValueSet("prepare"));
        await Workflow.ExecuteActivityAsync(() => StudioActivities.Prepare(title), Named("Prepares the set"));
        await Workflow.ExecuteChildWorkflowAsync(
            (CateringWorkflow child) => child.RunAsync("coffee"),
            new ChildWorkflowOptions { Id = Workflow.Info.WorkflowId + "-catering", StaticSummary = "Brings coffee" });
        await Workflow.ExecuteLocalActivityAsync(() => StudioActivities.Light(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) });
        await Workflow.DelayWithOptionsAsync(new DelayOptions(TimeSpan.FromMilliseconds(1), "Waits for the sun"));
        _ = Workflow.Patched("colour");
        Workflow.UpsertTypedSearchAttributes(StudioAttributes.Stage.ValueSet("shoot"));
        Workflow.CurrentDetails = "Shooting: **two cameras**";
        await ShootAsync();
        return _takes;
    }

    [WorkflowSignal("wrap", Description = "Ends the work of the day")]
    public Task WrapAsync(string reason)
    {
        _takes.Add(reason);
        _isWrapped = true;
        return Task.CompletedTask;
    }

    [WorkflowUpdate("take", Description = "Shoots one more take")]
    public Task<int> TakeAsync(string take)
    {
        _takes.Add(take);
        return Task.FromResult(_takes.Count);
    }

    [WorkflowUpdateValidator(nameof(TakeAsync))]
    public void CheckTake(string take)
    {
        if (take == "blurred")
        {
            throw new InvalidOperationException("a blurred take is no take");
        }
    }

    /// <summary>One camera runs on, the other failed and waits for its next attempt, until the work is wrapped up.</summary>
    private async Task ShootAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken);
        var cameras = new[]
        {
            Workflow.ExecuteActivityAsync(() => StudioActivities.FilmAsync("front"), Named("The front camera", stop.Token)),
            Workflow.ExecuteActivityAsync(() => StudioActivities.Jam("side"), Named("The side camera", stop.Token)),
        };
        await Workflow.WaitConditionAsync(() => _isWrapped);
#pragma warning disable CA1849 // The asynchronous one leaves the workflow's scheduler.
        stop.Cancel();
#pragma warning restore CA1849
        try
        {
            await Workflow.WhenAllAsync(cameras);
        }
        catch (Exception ended) when (TemporalException.IsCanceledException(ended))
        {
            // Both were asked to stop.
        }
    }

    private static ActivityOptions Named(string summary, CancellationToken cancel = default) => new()
    {
        Summary = summary,
        StartToCloseTimeout = TimeSpan.FromMinutes(10),
        RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromHours(1), MaximumAttempts = 7 },
        CancellationToken = cancel,
    };
}
