using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs.Kinds;

/// <summary>A program in a process group of its own.</summary>
internal sealed class CommandJob : IJobKind
{
    public string Type => JobTypes.Command;

    public async Task<JobOutcome> RunAsync(JobAttempt attempt, CancellationToken cancellationToken)
    {
        var code = await ProcessGroup.RunAsync(
            attempt.Spec.Command, attempt.Workspace.Folder, attempt.Environment, attempt.Workspace.ExitCode, attempt.Log.ReadAsync,
            cancellationToken);
        return code == 0 ? JobOutcome.Done
            : new JobOutcome(code, $"It ended with exit code {code}: {attempt.Log.Tail(1)}", attempt.Spec.FinalExitCodes.Contains(code));
    }
}
