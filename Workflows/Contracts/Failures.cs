namespace TemporalVideo.Workflows.Contracts;

/// <summary>Types of the failures that cross an activity or workflow boundary. They are recognised by these strings.</summary>
public static class FailureTypes
{
    /// <summary>The table <c>video_session</c> has no row with the session's id and user (R-A5). Never retried.</summary>
    public const string SessionNotFound = "SessionNotFound";

    /// <summary>The lesson, script or topic cannot become a video. Never retried.</summary>
    public const string StorySource = "StorySource";

    /// <summary>A composer did not find in the object store what it needs. Never retried.</summary>
    public const string InputMissing = "InputMissing";

    /// <summary>A tool such as ffmpeg failed, which is tried again, or is not installed, which is not.</summary>
    public const string ToolFailed = "ToolFailed";

    /// <summary>
    /// What a step works on cannot be used: a broken picture, clips that do not fit, a sentence without a sound. Never retried.
    /// </summary>
    public const string InputUnusable = "InputUnusable";

    /// <summary>A service did not join the clips; the message has its code and words.</summary>
    public const string StitchingFailed = "StitchingFailed";

    /// <summary>The finished video did not pass its measurement. Never retried.</summary>
    public const string VideoRejected = "VideoRejected";

    /// <summary>A step would have made the video dearer than its limit. Never retried.</summary>
    public const string CostLimit = "CostLimit";

    /// <summary>A paid call was made and its answer lost: only a person's word has it made, and paid, again. Never retried.</summary>
    public const string PaymentUnclear = "PaymentUnclear";

    /// <summary>An agent failed because the worker was told to let it fail, for a test. Never retried.</summary>
    public const string ForcedFailure = "ForcedFailure";

    /// <summary>The worker was shut down before the step was done: no answer of the step, and so not counted among its attempts.</summary>
    public const string WorkerStopped = "WorkerStopped";

    /// <summary>A step lost every worker that it was given to. Never retried.</summary>
    public const string WorkersLost = "WorkersLost";

    /// <summary>A service could not do the work and said when it may be asked again; the next attempt waits for that.</summary>
    public const string ServiceBusy = "ServiceBusy";

    /// <summary>A service does not do what it was asked, and will not: moderation, the key, the account, the request. Never
    /// retried.</summary>
    public const string ProviderRefused = "ProviderRefused";

    /// <summary>A service may have done the work and been paid, but its answer was lost. Never retried without a person's word.</summary>
    public const string ProviderUnclear = "ProviderUnclear";

    /// <summary>A service failed or was not reached.</summary>
    public const string ProviderFailed = "ProviderFailed";

    /// <summary>A job of a pipeline did not do its work; the message has its exit code and last words.</summary>
    public const string JobFailed = "JobFailed";

    /// <summary>As many jobs of the user run as may; whoever asked is tried again.</summary>
    public const string NoPlace = "NoPlace";

    /// <summary>The receiver of a webhook did not take a message, or may not be sent to.</summary>
    public const string WebhookRefused = "WebhookRefused";

    /// <summary>A step took longer than its limit.</summary>
    public const string Timeout = "Timeout";

    /// <summary>The session was cancelled.</summary>
    public const string Cancelled = "Cancelled";

    /// <summary>A failure without a type of its own.</summary>
    public const string Unexpected = "Unexpected";
}
