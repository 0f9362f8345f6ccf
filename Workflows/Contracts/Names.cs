using System.Diagnostics.CodeAnalysis;
using Temporalio.Common;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Default names of the task queues; <c>temporal-dev.yaml</c> can change them.</summary>
public static class TaskQueues
{
    /// <summary>Workflows and light activities.</summary>
    public const string Light = "video";

    /// <summary>Activities that keep a processor busy with ffmpeg.</summary>
    public const string Render = "video-render";

    /// <summary>The queue of a paid service's steps, whose rate the server holds.</summary>
    /// <param name="light">The queue of workflows and light activities.</param>
    /// <param name="service">The service's name in <c>config/providers.yaml</c>.</param>
    public static string OfService(string light, string service) => $"{light}-{service}";
}

/// <summary>Names that clients without this assembly call the video workflow by.</summary>
public static class VideoWorkflowNames
{
    /// <summary>The workflow type.</summary>
    public const string Workflow = "VideoWorkflow";

    /// <summary>Query without arguments: <see cref="VideoState"/>.</summary>
    public const string StatusQuery = "Status";

    /// <summary>Query with a sequence number: the list of <see cref="StatusMessage"/> behind it.</summary>
    public const string StatusesQuery = "Statuses";

    /// <summary>Query without arguments: <see cref="CostReport"/>.</summary>
    public const string CostQuery = "Cost";

    /// <summary>
    /// Query without arguments: <see cref="StoryDigest"/>, or null before there is one. The story itself is in the object store.
    /// </summary>
    public const string StoryboardQuery = "Storyboard";

    /// <summary>Update with a <see cref="Review"/>; rejected when nobody is waited for or it does not fit.</summary>
    public const string ReviewUpdate = "Review";

    /// <summary>Signal with a <see cref="Review"/>; one that does not fit is ignored.</summary>
    public const string ReviewSignal = "SubmitReview";

    /// <summary>Update with a <see cref="Decision"/> on steps that have failed; rejected when it does not fit.</summary>
    public const string DecisionUpdate = "Decide";

    /// <summary>Signal with a <see cref="Decision"/>; one that does not fit is ignored.</summary>
    public const string DecisionSignal = "SubmitDecision";
}

/// <summary>The workflow id of a session: <c>video:{userId}:{sessionId}</c>.</summary>
public static class VideoWorkflowId
{
    private const string Prefix = "video";

    /// <summary>The workflow id of a session.</summary>
    /// <param name="session">The session.</param>
    public static string Of(SessionKey session) => WorkflowIdForm.Of(Prefix, session);

    /// <summary>Reads a workflow id back.</summary>
    /// <param name="workflowId">Any workflow id.</param>
    /// <param name="session">The session, when it is one of ours.</param>
    /// <returns>Whether it is the id of a video workflow.</returns>
    public static bool TryParse(string? workflowId, [NotNullWhen(true)] out SessionKey? session) =>
        WorkflowIdForm.TryParse(Prefix, workflowId, out session);
}

/// <summary>Search attributes of a video workflow, all keywords.</summary>
public static class VideoSearchAttributes
{
    /// <summary>Whose video.</summary>
    public static readonly SearchAttributeKey<string> User = SearchAttributeKey.CreateKeyword("VideoUser");

    /// <summary>Which session.</summary>
    public static readonly SearchAttributeKey<string> Session = SearchAttributeKey.CreateKeyword("VideoSession");

    /// <summary>Value of <see cref="Stage"/> while steps wait for a person's decision.</summary>
    public const string Parked = "Parked";

    /// <summary>A <see cref="VideoStage"/>, or <see cref="Parked"/>.</summary>
    public static readonly SearchAttributeKey<string> Stage = SearchAttributeKey.CreateKeyword("VideoStage");

    /// <summary>A <see cref="VideoOutcome"/>.</summary>
    public static readonly SearchAttributeKey<string> Outcome = SearchAttributeKey.CreateKeyword("VideoOutcome");
}
