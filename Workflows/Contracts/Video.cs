using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Identity of a session: one video being made for one user.</summary>
public sealed partial record SessionKey
{
    /// <summary>Names a session.</summary>
    /// <param name="userId">Whose it is: 1 to 64 letters, digits, <c>.</c>, <c>_</c> or <c>-</c>, beginning with a letter or digit.</param>
    /// <param name="sessionId">Which one; the same characters.</param>
    /// <exception cref="ArgumentException">An id has other characters: ids become file names and parts of the workflow id.</exception>
    [JsonConstructor]
    public SessionKey(string userId, string sessionId)
    {
        UserId = Checked(userId, nameof(userId));
        SessionId = Checked(sessionId, nameof(sessionId));
    }

    /// <summary>Whose session it is; <c>user_id</c> of the table <c>video_session</c>.</summary>
    public string UserId { get; }

    /// <summary>Which session; <c>id</c> of the table <c>video_session</c>.</summary>
    public string SessionId { get; }

    /// <summary>Whether a text can be a user id or session id.</summary>
    /// <param name="id">The text.</param>
    public static bool IsValidId(string? id) => id is not null && IdPattern().IsMatch(id);

    /// <inheritdoc/>
    public override string ToString() => $"{UserId}/{SessionId}";

    private static string Checked(string id, string name) => IsValidId(id)
        ? id
        : throw new ArgumentException(
            $"'{id}' cannot be an id: use 1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit.", name);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex IdPattern();
}

/// <summary>Everything a video workflow needs to know. Nothing else is read while it runs.</summary>
public sealed record VideoInput
{
    /// <summary>How many scenes a service paints anew at most when the video is poor, each time that it is mended.</summary>
    public const int MostPaintedAnew = 2;

    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>A lesson in Markdown, or a bare topic.</summary>
    public required string Source { get; init; }

    /// <summary>Which of the two <see cref="Source"/> is; default a lesson.</summary>
    public SourceKind SourceKind { get; init; }

    /// <summary>
    /// A short name of the source for people, kept in the session's row; null: the row is there already, or the session fails.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>Wanted length in seconds; null for as long as the lesson takes.</summary>
    public double? TargetSeconds { get; init; }

    /// <summary>Take every sentence of the lesson in order, whatever the length; default no.</summary>
    public bool Verbatim { get; init; }

    /// <summary>
    /// Folder that the lesson's pictures lie in, on the machine of the worker; null: they are in the object store, or not shown.
    /// </summary>
    public string? LessonFolder { get; init; }

    /// <summary>Keys of the lesson's pictures in the object store, by the names that the lesson gives them; default none.</summary>
    public IReadOnlyDictionary<string, string> LessonPictures { get; init; } = new Dictionary<string, string>();

    /// <summary>Voice, speed and music, as far as they were asked for; the lesson's own wishes come after these.</summary>
    public SoundChoice Sound { get; init; } = new();

    /// <summary>Size of the picture; null: the lesson's own wish, else 16:9, as in orders of earlier releases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VideoSize? Size { get; init; }

    /// <summary>The archetype or framework that the story follows, as configured at the start; null: the lesson's own order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoryShape? Shape { get; init; }

    /// <summary>Who it is for; null: people who know nothing of it yet. For language models.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audience { get; init; }

    /// <summary>The product that it speaks of; null without one. For language models.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Product { get; init; }

    /// <summary>Pictures of a brand; null without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BrandPictures? Brand { get; init; }

    /// <summary>The session that this one is made of, and what is changed; null: it is made of its source.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ForkOrigin? Fork { get; init; }

    /// <summary>Whether a person approves the story and the scenes; default no.</summary>
    public bool Interactive { get; init; }

    /// <summary>The most the video may cost, in US dollars; null is no limit.</summary>
    public decimal? CostLimit { get; init; }

    /// <summary>What was said that it will cost, to stand beside what it did; null when nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Quote? Quote { get; init; }

    /// <summary>The configuration as it was when the workflow was started: a file edited meanwhile changes the next run.</summary>
    public PipelineSettings Settings { get; init; } = new();
}

/// <summary>How far a session has come. JSON and search attribute: the member's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VideoStage>))]
public enum VideoStage
{
    /// <summary>Its row is being read.</summary>
    Opening,

    /// <summary>The story is being written.</summary>
    Story,

    /// <summary>A person is asked to approve the story.</summary>
    StoryReview,

    /// <summary>What the pictures have in common is described.</summary>
    References,

    /// <summary>Agent2 draws and Agent4 speaks.</summary>
    Scenes,

    /// <summary>A person is asked to approve the scenes.</summary>
    ScenesReview,

    /// <summary>Agent5 composes the video.</summary>
    Composing,

    /// <summary>Agent6 composes the video.</summary>
    Fallback,

    /// <summary>Nothing more happens; the outcome says how it ended.</summary>
    Closed,
}

/// <summary>How a session ended, or that it has not. JSON and search attribute: the member's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VideoOutcome>))]
public enum VideoOutcome
{
    /// <summary>Not ended.</summary>
    Running,

    /// <summary>Agent5 made the video.</summary>
    Finished,

    /// <summary>Agent6 made the video.</summary>
    FinishedByFallback,

    /// <summary>There is no video.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Cancelled,
}

/// <summary>What the query <c>Status</c> answers: the whole session at a glance.</summary>
public sealed record VideoState
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>How far it has come.</summary>
    public required VideoStage Stage { get; init; }

    /// <summary>How it ended, or that it has not.</summary>
    public required VideoOutcome Outcome { get; init; }

    /// <summary>The newest message of each agent that has spoken, the orchestrator's first.</summary>
    public required IReadOnlyList<StatusMessage> Agents { get; init; }

    /// <summary>Number of messages so far; <c>Statuses(after)</c> gives those behind a number.</summary>
    public required int LastSequence { get; init; }

    /// <summary>What a person is asked to approve; null when nobody is waited for.</summary>
    public ReviewSubject? WaitingFor { get; init; }

    /// <summary>Steps that have failed and wait for a person's decision; null when none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ParkedStep>? Parked { get; init; }

    /// <summary>Title of the story, once there is one.</summary>
    public string? Title { get; init; }

    /// <summary>The session that it is made of; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionKey? Parent { get; init; }

    /// <summary>What the critic gave the story, 0 to 100; null where none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StoryScore { get; init; }

    /// <summary>What the critic gave the scenes, 0 to 100; null where none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SceneScore { get; init; }

    /// <summary>The phase that it is in; a view of stage, outcome and progress.</summary>
    public VideoPhase Phase => VideoPhases.PhaseOf(this);

    /// <summary>The stage of generation that it is in; a view of stage and outcome.</summary>
    public GenerationStage Generation => VideoPhases.GenerationOf(Stage, Outcome);

    /// <summary>Key of the video in the object store, once there is one.</summary>
    public string? VideoKey { get; init; }

    /// <summary>Link to the video, made when the state is read.</summary>
    public string? VideoUrl { get; init; }
}

/// <summary>What a video workflow made.</summary>
public sealed record VideoResult
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>Title of the video.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the video in the object store; null in results of earlier releases.</summary>
    public string? VideoKey { get; init; }

    /// <summary>Keys of the subtitles (<c>.srt</c>, <c>.vtt</c>).</summary>
    public IReadOnlyList<string> SubtitleKeys { get; init; } = [];

    /// <summary>Link to the video, made when the result is read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VideoUrl { get; init; }

    /// <summary>Links to the subtitles, made when the result is read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? SubtitleUrls { get; init; }

    /// <summary>Measured length in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many segments it has.</summary>
    public required int Segments { get; init; }

    /// <summary>What the critic gave its story, 0 to 100; null where none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StoryScore { get; init; }

    /// <summary>What the critic gave the scenes, 0 to 100; null where none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SceneScore { get; init; }

    /// <summary>How far it is as specified, 0 to 100: format, length, loudness and the like; null in results of earlier
    /// releases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Conform { get; init; }

    /// <summary>How good it is, 0 to 100: true to its lesson, easy to follow, good to look at; null in results of earlier
    /// releases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Quality { get; init; }

    /// <summary>Where it is worst, at most five moments, the dearest first; null in results of earlier releases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WorstMoment>? Worst { get; init; }

    /// <summary>Who composed it: Agent5, or Agent6 as the fallback; the orchestrator where the pipeline makes no video.</summary>
    public required AgentName ComposedBy { get; init; }

    /// <summary>What was said before that it would cost; null when nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Quote? Quote { get; init; }

    /// <summary>What it cost.</summary>
    public required CostReport Cost { get; init; }

    /// <summary>How long it took from the start of the workflow, in seconds, waiting for people included.</summary>
    public required double TookSeconds { get; init; }
}

/// <summary>A moment of a video that should be better.</summary>
/// <param name="At">When it is, in seconds from the start of the video.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Mend">What would mend it.</param>
public sealed record WorstMoment(double At, string What, string Mend);

/// <summary>What a source is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceKind>))]
public enum SourceKind
{
    /// <summary>The text of a lesson.</summary>
    Lesson,

    /// <summary>A few words that a lesson of the lessons folder is to be about.</summary>
    Topic,
}
