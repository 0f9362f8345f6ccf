using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>Whether a job may run, by how what it needs has ended.</summary>
internal static class NeedRule
{
    /// <summary>Allow, Refuse with its reason, or null while that is open.</summary>
    /// <param name="needs">What the job needs.</param>
    /// <param name="stateOf">Where each of these stands.</param>
    public static (JobEvent Event, string? Reason)? Decide(IReadOnlyList<JobNeed> needs, Func<string, JobProgress> stateOf)
    {
        var open = false;
        foreach (var need in needs)
        {
            var parent = stateOf(need.Job);
            if (!parent.IsFinal)
            {
                open = true;
            }
            else if (!Fits(need.When, parent.State))
            {
                return (JobEvent.Refuse, $"It needs {Wish(need)}, and that {Ended(parent.State)}.");
            }
        }

        return open ? null : (JobEvent.Allow, null);
    }

    private static bool Fits(NeedCondition when, JobState state) => when switch
    {
        NeedCondition.Success => state == JobState.Completed,
        NeedCondition.Failure => state == JobState.Failed,
        _ => true,
    };

    private static string Wish(JobNeed need) => need.When == NeedCondition.Success
        ? $"'{need.Job}' to complete (condition success)"
        : $"'{need.Job}' to fail (condition failure)";

    private static string Ended(JobState state) => state switch
    {
        JobState.Completed => "completed",
        JobState.Failed => "failed",
        JobState.Skipped => "was skipped",
        _ => "was cancelled",
    };
}
