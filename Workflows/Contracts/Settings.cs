namespace TemporalVideo.Workflows.Contracts;

/// <summary>What <c>config/pipelines/*.yaml</c> and <c>config/prices.yaml</c> say, as carried by a workflow.</summary>
public sealed record PipelineSettings
{
    /// <summary>Task queue of the activities that run ffmpeg; default <see cref="TaskQueues.Render"/>.</summary>
    public string RenderTaskQueue { get; init; } = TaskQueues.Render;

    /// <summary>Longest attempt at the story, in seconds; default 120.</summary>
    public int StorySeconds { get; init; } = 120;

    /// <summary>Longest attempt at a scene or a segment's narration, in seconds; default 180.</summary>
    public int SceneSeconds { get; init; } = 180;

    /// <summary>Longest attempt at a clip, a stitch or a mix, in seconds; default 600.</summary>
    public int VideoSeconds { get; init; } = 600;

    /// <summary>A worker whose activity has not been heard of for so long is taken for lost, in seconds; default 12.</summary>
    public int HeartbeatSeconds { get; init; } = 12;

    /// <summary>How many workers a step may lose before it is given up; default 10.</summary>
    public int MaxLostWorkers { get; init; } = 10;

    /// <summary>The longest video, in seconds; default 600. What a lesson has beyond it is left out, and listed.</summary>
    public int MaxVideoSeconds { get; init; } = 600;

    /// <summary>How many scenes, narrations or clips of one video are asked for at a time; default 5.</summary>
    public int MaxParallel { get; init; } = 5;

    /// <summary>How many of Agent6's images are asked for at a time; default 2 (R-B3).</summary>
    public int FallbackImagesParallel { get; init; } = 2;

    /// <summary>How often a person may send the story or the scenes back; default 5.</summary>
    public int MaxRevisions { get; init; } = 5;

    /// <summary>How long a person has for a review, in hours; default 168, a week.</summary>
    public int ReviewHours { get; init; } = 168;

    /// <summary>What pieces cost.</summary>
    public PriceList Prices { get; init; } = new();
}
