using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs.Kinds;

/// <summary>A kind of work that jobs do. Another one is a class like these and a line in <c>VideoActivities</c>.</summary>
internal interface IJobKind
{
    /// <summary>The type of the jobs that do it, as templates name it.</summary>
    string Type { get; }

    /// <summary>Does the work in the attempt's workspace.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Stops it: a person, the time limit, or the worker.</param>
    Task<JobOutcome> RunAsync(JobAttempt attempt, CancellationToken cancellationToken);
}

/// <summary>What a kind of work has to do an attempt with.</summary>
/// <param name="Task">The attempt.</param>
/// <param name="Plan">The plan that it is part of.</param>
/// <param name="Spec">What is to be done.</param>
/// <param name="Workspace">The folder that it works in.</param>
/// <param name="Environment">Values by name, secrets among them.</param>
/// <param name="Log">Its log, which masks secrets.</param>
internal sealed record JobAttempt(
    JobTask Task, JobPlan Plan, JobSpec Spec, JobWorkspace Workspace, Dictionary<string, string> Environment, JobLog Log);

/// <summary>How the work ended.</summary>
/// <param name="Code">0 for a success; the exit code of a command, the status of an answer, or 1.</param>
/// <param name="Reason">Why it failed, for people; null for a success.</param>
/// <param name="IsFinal">Whether it makes no sense to try again.</param>
internal sealed record JobOutcome(int Code, string? Reason = null, bool IsFinal = false)
{
    public static JobOutcome Done { get; } = new(0);
}
