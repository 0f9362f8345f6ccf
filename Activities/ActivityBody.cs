using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Activities.Money;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities;

/// <summary>
/// Runs the body of an activity: it sends heartbeats while the work goes on, and gives failures the types that the workflow knows.
/// </summary>
internal static class ActivityBody
{
    /// <summary>Runs the work of an agent's activity.</summary>
    /// <param name="task">What the activity was told.</param>
    /// <param name="segmentId">The segment it works on; null for the whole video.</param>
    /// <param name="work">The work; it may tell its progress, 0 to 1.</param>
    public static async Task<T> RunAsync<T>(AgentTask task, string? segmentId, Func<IProgress<double>, CancellationToken, Task<T>> work)
    {
        var context = ActivityExecutionContext.Current;
        var step = PayingStep.NameOf(context.Info.ActivityType, segmentId);
        var patience = context.Info.StartToCloseTimeout ?? TimeSpan.FromHours(1);
        PayingStep.Current = new PayingStep(task.Session, task.Agent, step, patience);
        await using var heartbeats = new Heartbeats(context, segmentId);
        try
        {
            return await work(heartbeats, context.CancellationToken);
        }
        catch (Exception failure) when (Known(failure) is { } known)
        {
            throw new ApplicationFailureException(
                failure.Message, failure, known.Type, nonRetryable: !known.TryAgain, details: PaidDetail.Of(PayingStep.Current!.Paid));
        }
    }

    /// <summary>What follows from the input alone fails again, and is not tried again.</summary>
    private static (string Type, bool TryAgain)? Known(Exception failure) => failure switch
    {
        StorySourceException => (FailureTypes.StorySource, false),
        ObjectMissingException => (FailureTypes.InputMissing, false),
        ToolMissingException => (FailureTypes.ToolFailed, false),
        ToolFailedException tool => (FailureTypes.ToolFailed, tool.TryAgain),
        StitchJobException job => (FailureTypes.StitchingFailed, job.TryAgain),
        UnusableInputException or InvalidDataException => (FailureTypes.InputUnusable, false),
        ProviderException { Kind: ProviderFailure.Refused or ProviderFailure.Rejected } => (FailureTypes.ProviderRefused, false),
        ProviderException { Kind: ProviderFailure.Unclear } => (FailureTypes.ProviderUnclear, false),
        ProviderException { Kind: ProviderFailure.Busy } => (FailureTypes.ServiceBusy, true),
        ProviderException => (FailureTypes.ProviderFailed, true),
        _ => null,
    };
}
