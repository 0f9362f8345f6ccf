namespace TemporalVideo.Workflows.Contracts;

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

    /// <summary>Query without arguments: <see cref="Story"/>, or null before there is one.</summary>
    public const string StoryboardQuery = "Storyboard";

    /// <summary>Update with a <see cref="Review"/>; rejected when nobody is waited for or it does not fit.</summary>
    public const string ReviewUpdate = "Review";

    /// <summary>Signal with a <see cref="Review"/>; one that does not fit is ignored.</summary>
    public const string ReviewSignal = "SubmitReview";
}
