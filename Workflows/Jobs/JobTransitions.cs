using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>What has to follow from a transition, as data for who carries it out.</summary>
[Flags]
internal enum JobEffects
{
    /// <summary>Nothing but keeping the row.</summary>
    None = 0,

    /// <summary>Put it into the queue.</summary>
    Enqueue = 1,

    /// <summary>Begin a new attempt.</summary>
    Run = 2,

    /// <summary>Wait before it is queued: its attempt failed.</summary>
    BackOff = 4,

    /// <summary>Stop what runs.</summary>
    Stop = 8,

    /// <summary>Look at the jobs that need it: it has ended.</summary>
    Settle = 16,
}

/// <summary>A line of the table.</summary>
internal sealed record JobTransition(JobState From, JobEvent On, JobState To, JobEffects Effects);

/// <summary>
/// The states of a job. What is not in the table cannot happen: nothing leaves a final state.
/// </summary>
internal static class JobTransitions
{
    public static IReadOnlyList<JobTransition> Table { get; } =
    [
        new(JobState.Pending, JobEvent.Allow, JobState.Queued, JobEffects.Enqueue),
        new(JobState.Pending, JobEvent.Refuse, JobState.Skipped, JobEffects.Settle),
        new(JobState.Pending, JobEvent.Cancel, JobState.Cancelled, JobEffects.Settle),

        new(JobState.Queued, JobEvent.Start, JobState.Running, JobEffects.Run),
        new(JobState.Queued, JobEvent.Hold, JobState.Queued, JobEffects.None),
        new(JobState.Queued, JobEvent.Cancel, JobState.Cancelled, JobEffects.Settle),

        new(JobState.Running, JobEvent.Wait, JobState.Waiting, JobEffects.None),
        new(JobState.Running, JobEvent.Succeed, JobState.Completed, JobEffects.Settle),
        new(JobState.Running, JobEvent.Retry, JobState.Queued, JobEffects.BackOff | JobEffects.Enqueue),
        new(JobState.Running, JobEvent.Lose, JobState.Queued, JobEffects.Enqueue),
        new(JobState.Running, JobEvent.Fail, JobState.Failed, JobEffects.Settle),
        new(JobState.Running, JobEvent.Cancel, JobState.Cancelled, JobEffects.Stop | JobEffects.Settle),

        new(JobState.Waiting, JobEvent.Resume, JobState.Running, JobEffects.None),
        new(JobState.Waiting, JobEvent.Succeed, JobState.Completed, JobEffects.Settle),
        new(JobState.Waiting, JobEvent.Retry, JobState.Queued, JobEffects.BackOff | JobEffects.Enqueue),
        new(JobState.Waiting, JobEvent.Lose, JobState.Queued, JobEffects.Enqueue),
        new(JobState.Waiting, JobEvent.Fail, JobState.Failed, JobEffects.Settle),
        new(JobState.Waiting, JobEvent.Cancel, JobState.Cancelled, JobEffects.Stop | JobEffects.Settle),
    ];

    private static readonly Dictionary<(JobState, JobEvent), JobTransition> Found = Table.ToDictionary(line => (line.From, line.On));

    /// <summary>What an event does in a state; null when it does nothing there.</summary>
    public static JobTransition? Find(JobState from, JobEvent on) => Found.GetValueOrDefault((from, on));
}
