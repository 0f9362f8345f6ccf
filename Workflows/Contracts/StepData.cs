using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>
/// What every activity of an agent is told. The source, the story and all pieces are in the object store; what is told are their names.
/// </summary>
public record AgentTask
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>Who works.</summary>
    public required AgentName Agent { get; init; }

    /// <summary>What the piece costs when it has to be made, in US dollars; default 0, as from an offline provider.</summary>
    public decimal Price { get; init; }

    /// <summary>Whether this machine is to do it, and not a service; default no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Local { get; init; }
}

/// <summary>A session that begins.</summary>
public sealed record OpenTask : AgentTask
{
    /// <summary>What the video is about, for the row; null: the row must be there.</summary>
    public string? Topic { get; init; }

    /// <summary>A lesson in Markdown, or a bare topic, for the object store; null: it must be there.</summary>
    public string? Source { get; init; }

    /// <summary>The most that the session may spend, in US dollars; null for no limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? CostLimit { get; init; }

    /// <summary>What its row in <c>generations</c> begins with; null: that row stays as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GenerationOrder? Generation { get; init; }
}

/// <summary>A stage that begins.</summary>
public sealed record RecordTask
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>How far it is.</summary>
    public required GenerationStand Stand { get; init; }
}

/// <summary>A story to be planned from the session's source.</summary>
public sealed record StoryTask : AgentTask
{
    /// <summary>Whether the source is a lesson or a topic.</summary>
    public SourceKind SourceKind { get; init; }

    /// <summary>Wanted length in seconds; null for as long as the source takes.</summary>
    public double? TargetSeconds { get; init; }

    /// <summary>The longest video in seconds; default 600.</summary>
    public double MaxSeconds { get; init; } = 600;

    /// <summary>Take every sentence of the lesson in order, whatever the length; default no.</summary>
    public bool Verbatim { get; init; }

    /// <summary>
    /// Folder that the lesson's pictures lie in, on the machine of the worker; null: they are in the object store, or not shown.
    /// </summary>
    public string? LessonFolder { get; init; }

    /// <summary>Keys of the lesson's pictures in the object store, by the names that the lesson gives them; default none.</summary>
    public IReadOnlyDictionary<string, string> LessonPictures { get; init; } = new Dictionary<string, string>();

    /// <summary>Voice, speed and music, as far as they were asked for.</summary>
    public SoundChoice Sound { get; init; } = new();

    /// <summary>Size of the picture; null: the lesson's own wish, else 16:9.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VideoSize? Size { get; init; }

    /// <summary>The archetype or framework to follow; null: the lesson's own order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoryShape? Shape { get; init; }

    /// <summary>Who it is for; null: people who know nothing of it yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audience { get; init; }

    /// <summary>The product that it speaks of; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Product { get; init; }

    /// <summary>Which writing of the story this is, counted from 1; 0 as from earlier releases, which wrote it once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Round { get; init; }

    /// <summary>What the critic said of the writing before; null with the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Critique { get; init; }

    /// <summary>What a person asked to be changed, oldest first.</summary>
    public IReadOnlyList<string> Feedback { get; init; } = [];
}

/// <summary>What a critic says of a story.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Remarks">What costs points and how to mend it, the gravest first; empty at 100.</param>
public sealed record StoryVerdict(int Score, IReadOnlyList<string> Remarks)
{
    /// <summary>What the critic was paid, in US dollars; default 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Cost { get; init; }
}

/// <summary>Work on the whole story.</summary>
public record StoryboardTask : AgentTask
{
    /// <summary>
    /// Which version of the story, as <see cref="StoryDigest.Version"/> or the storyboard's <see cref="Piece.Fingerprint"/> has it.
    /// </summary>
    public required string Version { get; init; }
}

/// <summary>A story to be judged.</summary>
public sealed record JudgeTask : StoryboardTask
{
    /// <summary>Whether the source is a lesson or a topic.</summary>
    public SourceKind SourceKind { get; init; }

    /// <summary>Wanted length in seconds; null for as long as the source takes.</summary>
    public double? TargetSeconds { get; init; }

    /// <summary>Who it is for; null: people who know nothing of it yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audience { get; init; }

    /// <summary>A score that is good; default 80.</summary>
    public int Good { get; init; } = 80;
}

/// <summary>A story that a person has rewritten.</summary>
public sealed record EditTask : StoryboardTask
{
    /// <summary>What the person has rewritten; at least one segment.</summary>
    public required IReadOnlyList<SegmentEdit> Edits { get; init; }
}

/// <summary>The storyboard to be written.</summary>
public sealed record WriteStoryboardTask : StoryboardTask
{
    /// <summary>What a person asked of the pictures, oldest first.</summary>
    public IReadOnlyList<SceneWish> Wishes { get; init; } = [];
}

/// <summary>What a person asked of a picture.</summary>
/// <param name="SegmentId">The segment meant; null for all.</param>
/// <param name="Text">What is to be changed.</param>
public sealed record SceneWish(string? SegmentId, string Text)
{
    /// <summary>The take that the segment is to show; null: what is wished is in <see cref="Text"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Take { get; init; }
}

/// <summary>Work on one segment of the story.</summary>
public sealed record SegmentTask : StoryboardTask
{
    /// <summary>Which segment.</summary>
    public required string SegmentId { get; init; }
}

/// <summary>Work on one clip. Its pictures and sound are found in the object store.</summary>
public sealed record ClipTask : AgentTask
{
    /// <summary>All segments in playing order, as discovered.</summary>
    public required IReadOnlyList<string> SegmentIds { get; init; }

    /// <summary>Which of them, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Key of the moving pictures that take the place of the scene's painting; null: it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Footage { get; init; }

    /// <summary>The segment of the clip.</summary>
    [JsonIgnore]
    public string SegmentId => SegmentIds[Index];
}

/// <summary>Work on the whole video.</summary>
public record ComposeTask : AgentTask
{
    /// <summary>All segments in playing order, as discovered.</summary>
    public required IReadOnlyList<string> SegmentIds { get; init; }

    /// <summary>Whether the finished video gets no number for its quality, only its gates; default no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unscored { get; init; }

    /// <summary>
    /// The quality, 0 to 100, below which what is faulty is told and all that it is made of is kept; null: nothing is made again.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Acceptable { get; init; }

    /// <summary>
    /// The quality of the video that this one is to replace: where it is not better, all that it is made of is kept. Null: it replaces
    /// none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Before { get; init; }

    /// <summary>How much quieter the music is than usual, in decibels; default 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Quieter { get; init; }
}

/// <summary>How a session ended, for its row.</summary>
public sealed record CloseTask
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>How it ended.</summary>
    public required VideoOutcome Outcome { get; init; }

    /// <summary>Key of the video; null without one.</summary>
    public string? VideoKey { get; init; }

    /// <summary>Why there is no video; null when there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>What was charged, in US dollars.</summary>
    public required decimal Cost { get; init; }

    /// <summary>What the pieces cost, when Agent6 made some, for the event log; else null.</summary>
    public CostReport? Costs { get; init; }

    /// <summary>What its row in <c>generations</c> ends with; null in runs of earlier releases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GenerationStand? Stand { get; init; }
}

/// <summary>What a composer found in the object store (R-A6).</summary>
public sealed record ComposerInput
{
    /// <summary>The segments of the storyboard, in playing order.</summary>
    public required IReadOnlyList<string> SegmentIds { get; init; }

    /// <summary>How many objects Agent2 and Agent4 left.</summary>
    public required int Files { get; init; }
}

/// <summary>A video that has been measured and found good.</summary>
public sealed record CheckedVideo
{
    /// <summary>Its key in the object store; null in results of earlier releases.</summary>
    public string? VideoKey { get; init; }

    /// <summary>Keys of its subtitles.</summary>
    public IReadOnlyList<string> SubtitleKeys { get; init; } = [];

    /// <summary>Link to it, in results of earlier releases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VideoUrl { get; init; }

    /// <summary>Links to its subtitles, in results of earlier releases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? SubtitleUrls { get; init; }

    /// <summary>Measured length in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many objects the composer left.</summary>
    public required int Files { get; init; }

    /// <summary>The measurements in one line.</summary>
    public required string Measured { get; init; }

    /// <inheritdoc cref="VideoResult.Conform"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Conform { get; init; }

    /// <inheritdoc cref="VideoResult.Quality"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Quality { get; init; }

    /// <inheritdoc cref="VideoResult.Worst"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WorstMoment>? Worst { get; init; }

    /// <summary>
    /// Pieces that could be made in another way, the worst first; null where the quality is acceptable, or nothing is to be made again.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FaultyPiece>? Faulty { get; init; }
}

/// <summary>Something that may have been paid for.</summary>
public interface IMade
{
    /// <summary>Whether it was there already, made of the same by the same, and so was not made again.</summary>
    bool Found { get; }

    /// <summary>
    /// Who made it in this run of the session, and what that cost. Null when an earlier run has made it, which has been charged for it,
    /// and in results of earlier releases.
    /// </summary>
    Making? Making { get; }
}

/// <summary>
/// That a step has made a piece. It is kept with the piece, so that it is not lost with a worker that dies before it can answer.
/// </summary>
/// <param name="Step">The step: run id and activity id. No other has this name.</param>
/// <param name="Cost">What it cost, in US dollars.</param>
public sealed record Making(string Step, decimal Cost);

/// <summary>A piece of the video in the object store.</summary>
/// <param name="Key">Its main object.</param>
/// <param name="Files">How many objects it is made of.</param>
/// <param name="Found">Whether it was there already, made of the same by the same, and so was not made again.</param>
/// <param name="Warning">What is less than wanted about it; null when nothing is.</param>
public sealed record Piece(string Key, int Files, bool Found, string? Warning = null) : IMade
{
    /// <summary>What it is made of and who makes it; null in results of earlier releases.</summary>
    public string? Fingerprint { get; init; }

    /// <inheritdoc/>
    public Making? Making { get; init; }
}

/// <summary>What a running activity tells in its heartbeats; seen in a description of the workflow's pending activities.</summary>
/// <param name="SegmentId">The segment it works on; null for the whole video.</param>
/// <param name="Percent">Finished share of the activity's work, 0 to 100.</param>
public sealed record StepProgress(string? SegmentId, int Percent);
