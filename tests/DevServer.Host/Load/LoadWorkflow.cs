using Temporalio.Workflows;

namespace TemporalVideo.DevServer.Host.Load;

/// <summary>
/// Works for each signal: two activities at once and, in turn, a timer or a child. Updates are answered with their number, after an
/// activity.
/// </summary>
[Workflow]
public sealed class LoadWorkflow
{
    /// <summary>Activities are quick; one that was lost with its worker or its answer is soon tried again.</summary>
    internal static readonly ActivityOptions Activity = new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(2),
        RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(100), MaximumInterval = TimeSpan.FromSeconds(1) },
    };

    private readonly List<string> _signals = [];
    private readonly List<string> _updates = [];
    private readonly List<string> _touched = [];
    private bool _finished;

    /// <summary>Whether the item of this number has a child, not a timer.</summary>
    public static bool HasChild(int number) => number % 2 == 1;

    /// <summary>The id of the child for an item.</summary>
    public static string ChildId(string workflowId, string item) => $"{workflowId}/{item}/child";

    /// <summary>Works until <see cref="FinishAsync"/> and everything asked for is done.</summary>
    [WorkflowRun]
    public async Task<LoadResult> RunAsync()
    {
        while (true)
        {
            await Workflow.WaitConditionAsync(() => _touched.Count < _signals.Count || (_finished && Workflow.AllHandlersFinished));
            if (_touched.Count == _signals.Count)
            {
                return new LoadResult(_signals, _updates, _touched);
            }

            _touched.Add(await WorkAsync(_touched.Count));
        }
    }

    /// <summary>Asks for work.</summary>
    [WorkflowSignal]
    public Task WorkOnAsync(string item)
    {
        _signals.Add(item);
        return Task.CompletedTask;
    }

    /// <summary>Says that nothing more comes.</summary>
    [WorkflowSignal]
    public Task FinishAsync()
    {
        _finished = true;
        return Task.CompletedTask;
    }

    /// <summary>Takes an item and gives its number, from 1.</summary>
    [WorkflowUpdate]
    public async Task<int> AddAsync(string item)
    {
        _updates.Add(item);
        var number = _updates.Count;
        await TouchAsync(item);
        return number;
    }

    private static Task<string> TouchAsync(string item)
    {
        var key = $"{Workflow.Info.WorkflowId}/{item}";
        return Workflow.ExecuteActivityAsync((LoadActivities activities) => activities.Touch(key), Activity);
    }

    private async Task<string> WorkAsync(int number)
    {
        var item = _signals[number];
        var left = TouchAsync(item + "/left");
        var right = TouchAsync(item + "/right");
        var third = item;
        if (HasChild(number))
        {
            var child = ChildId(Workflow.Info.WorkflowId, item);
            third = await Workflow.ExecuteChildWorkflowAsync(
                (LoadChildWorkflow workflow) => workflow.RunAsync(child), new() { Id = child, TaskTimeout = TimeSpan.FromSeconds(1) });
        }
        else
        {
            await Workflow.DelayAsync(TimeSpan.FromMilliseconds(300));
        }

        return $"{await left} {await right} {third}";
    }
}
