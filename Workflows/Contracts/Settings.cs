using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What <c>config/pipelines/*.yaml</c> and <c>config/prices.yaml</c> say, as carried by a workflow.</summary>
public sealed record PipelineSettings
{
    /// <summary>Name of the pipeline: its file without ending; default <c>default</c>.</summary>
    public string Name { get; init; } = "default";

    /// <summary>Which stages are gone through; default all.</summary>
    public StageFlags Stages { get; init; } = new();

    /// <summary>How often the story is written at most, before the best of it is kept; default 3.</summary>
    public int StoryRounds { get; init; } = 3;

    /// <summary>How often what the scenes show is written at most, before the best of it is kept; default 2.</summary>
    public int SceneRounds { get; init; } = 2;

    /// <summary>
    /// How often the video is composed at most, while its quality is below what is acceptable and something of it can be made better; the
    /// best is kept. Default 2.
    /// </summary>
    public int VideoRounds { get; init; } = 2;

    /// <summary>When something made is good enough.</summary>
    public QualityThresholds Quality { get; init; } = new();

    /// <summary>Task queue of the activities that run ffmpeg; default <see cref="TaskQueues.Render"/>.</summary>
    public string RenderTaskQueue { get; init; } = TaskQueues.Render;

    /// <summary>Task queues of the steps that paid services do, by what they make; others go to the light queue.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<PieceKind, string>? ServiceTaskQueues { get; init; }

    /// <summary>Whether a service makes such pieces; this machine can, where it fails.</summary>
    /// <param name="kind">What is made.</param>
    public bool IsByService(PieceKind kind) => ServiceTaskQueues?.ContainsKey(kind) == true;

    /// <summary>Longest attempt at the story, in seconds; default 120.</summary>
    public int StorySeconds { get; init; } = 120;

    /// <summary>Longest attempt at a scene or a segment's narration, in seconds; default 180.</summary>
    public int SceneSeconds { get; init; } = 180;

    /// <summary>Longest attempt at a clip, a stitch or a mix, in seconds; default 600.</summary>
    public int VideoSeconds { get; init; } = 600;

    /// <summary>Longest attempt at joining Agent5's clips, in seconds; default 60.</summary>
    public int StitchSeconds { get; init; } = 60;

    /// <summary>Longest attempt at adding the music, in seconds; default 120.</summary>
    public int MusicSeconds { get; init; } = 120;

    /// <summary>A worker whose activity has not been heard of for so long is taken for lost, in seconds; default 12.</summary>
    public int HeartbeatSeconds { get; init; } = 12;

    /// <summary>How many workers a step may lose before it is given up; default 10.</summary>
    public int MaxLostWorkers { get; init; } = 10;

    /// <summary>The longest video, in seconds; default 600. What a lesson has beyond it is left out, and listed.</summary>
    public int MaxVideoSeconds { get; init; } = 600;

    /// <summary>How many scenes, narrations or clips of one video are asked for at a time; default 5.</summary>
    public int MaxParallel { get; init; } = 5;

    /// <summary>How many pictures that scenes keep to are painted at most; default 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MaxReferences { get; init; }

    /// <summary>How many of Agent6's images are asked for at a time; default 2 (R-B3).</summary>
    public int FallbackImagesParallel { get; init; } = 2;

    /// <summary>How often a person may send the story or the scenes back; default 5.</summary>
    public int MaxRevisions { get; init; } = 5;

    /// <summary>How long a person has for a review, in hours; default 168, a week.</summary>
    public int ReviewHours { get; init; } = 168;

    /// <summary>What is done with steps that have used up their attempts.</summary>
    public FailureHandling OnFailure { get; init; } = new();

    /// <summary>What pieces cost.</summary>
    public PriceList Prices { get; init; } = new();
}

/// <summary>Which stages of a pipeline are gone through.</summary>
public sealed record StageFlags
{
    /// <summary>Whether a critic judges the story, and it is written again; without it the first plan is taken. Default yes.</summary>
    public bool Story { get; init; } = true;

    /// <summary>Whether the pictures beside a lesson are shown; default yes.</summary>
    public bool ReferenceImages { get; init; } = true;

    /// <summary>Whether scenes are drawn and spoken; without it a session ends with its story. Default yes.</summary>
    public bool Scenes { get; init; } = true;

    /// <summary>Whether the video is composed; without it a session ends with its scenes. Default yes.</summary>
    public bool Videos { get; init; } = true;
}

/// <summary>Scores of 0 to 100 from which something made is good enough.</summary>
public sealed record QualityThresholds
{
    /// <summary>Whether anything is judged; default yes.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Below this it is made again, as often as the limits allow; default 80.</summary>
    public int Good { get; init; } = 80;

    /// <summary>Below this the pieces of a video that are at fault are made again; what stays below is told as poor. Default 60.</summary>
    public int Acceptable { get; init; } = 60;
}
