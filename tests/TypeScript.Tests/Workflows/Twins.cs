using Temporalio.Worker;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>All workflows and activities that exist in both languages.</summary>
internal static class Twins
{
    /// <summary>The workflows' classes.</summary>
    public static IReadOnlyList<Type> Workflows { get; } =
    [
        .. new[]
        {
            typeof(ActivityTwins), typeof(TimerTwins), typeof(MessageTwins), typeof(CancellationTwins),
            typeof(ChildTwins), typeof(ParentTwins), typeof(EvolutionTwins), typeof(CrosswiseTwins),
        }.SelectMany(twins => twins.GetNestedTypes()),
    ];

    /// <summary>Options of a worker that knows all of them.</summary>
    public static TemporalWorkerOptions WorkerOptions(string taskQueue)
    {
        var options = new TemporalWorkerOptions(taskQueue) { MaxHeartbeatThrottleInterval = TimeSpan.FromMilliseconds(200) }
            .AddAllActivities(typeof(TwinActivities), null);
        foreach (var workflow in Workflows)
        {
            options.AddWorkflow(workflow);
        }

        return options;
    }

    /// <summary>Options of a replayer that knows all of them.</summary>
    public static WorkflowReplayerOptions ReplayerOptions()
    {
        var options = new WorkflowReplayerOptions();
        foreach (var workflow in Workflows)
        {
            options.AddWorkflow(workflow);
        }

        return options;
    }
}
