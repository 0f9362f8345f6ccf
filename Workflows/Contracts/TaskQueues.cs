namespace TemporalVideo.Workflows.Contracts;

/// <summary>Default names of the task queues; <c>temporal-dev.yaml</c> can change them.</summary>
public static class TaskQueues
{
    /// <summary>Workflows and light activities.</summary>
    public const string Light = "video";

    /// <summary>Activities that keep a processor busy with ffmpeg.</summary>
    public const string Render = "video-render";
}
