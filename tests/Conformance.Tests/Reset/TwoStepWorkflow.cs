using Temporalio.Activities;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Reset;

/// <summary>An activity, a signal, an activity.</summary>
[Workflow]
public sealed class TwoStepWorkflow
{
    private string? _word;

    [WorkflowRun]
    public async Task<string> RunAsync()
    {
        var first = await Workflow.ExecuteActivityAsync(() => Say("one"), Options);
        await Workflow.WaitConditionAsync(() => _word is not null);
        return $"{first} {await Workflow.ExecuteActivityAsync(() => Say(_word!), Options)}";
    }

    [WorkflowSignal]
    public Task GoAsync(string word)
    {
        _word = word;
        return Task.CompletedTask;
    }

    [Activity]
    public static string Say(string word) => word;

    private static ActivityOptions Options => new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) };
}
