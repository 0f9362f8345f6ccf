using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Cli;

/// <summary>Collects what it is sent until it is sent <c>end</c>.</summary>
[Workflow("collector")]
public sealed class CollectorWorkflow
{
    private readonly List<string> _items = [];

    [WorkflowQuery("items")]
    public IReadOnlyList<string> Items => _items;

    [WorkflowRun]
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        await Workflow.WaitConditionAsync(() => _items.Contains("end"));
        return _items;
    }

    [WorkflowSignal("add")]
    public Task AddAsync(string item)
    {
        _items.Add(item);
        return Task.CompletedTask;
    }

    [WorkflowUpdateValidator(nameof(SetAsync))]
    public void CheckSet(string item)
    {
        if (item == "bad")
        {
            throw new InvalidOperationException("no bad items");
        }
    }

    [WorkflowUpdate("set")]
    public Task<int> SetAsync(string item)
    {
        _items.Add(item);
        return Task.FromResult(_items.Count);
    }
}
