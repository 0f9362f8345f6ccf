using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What every activity of an agent is told.</summary>
public record AgentTask
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>Who works.</summary>
    public required AgentName Agent { get; init; }
}

/// <summary>A session that begins.</summary>
public sealed record OpenTask : AgentTask
{
    /// <summary>What the video is about, for the row; null: the row must be there.</summary>
    public string? Topic { get; init; }
}

/// <summary>A story to be planned.</summary>
public sealed record StoryTask
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>A lesson in Markdown, or a bare topic.</summary>
    public required string Source { get; init; }

    /// <summary>Which of the two it is.</summary>
    public SourceKind SourceKind { get; init; }

    /// <summary>Wanted length in seconds; null for as long as the source takes.</summary>
    public double? TargetSeconds { get; init; }

    /// <summary>The longest video in seconds; default 600.</summary>
    public double MaxSeconds { get; init; } = 600;

    /// <summary>Take every sentence of the lesson in order, whatever the length; default no.</summary>
    public bool Verbatim { get; init; }

    /// <summary>Folder that the lesson's pictures lie in, on the machine of the worker; null: pictures beside the lesson are not shown.</summary>
    public string? LessonFolder { get; init; }

    /// <summary>What a person asked to be changed, oldest first.</summary>
    public IReadOnlyList<string> Feedback { get; init; } = [];
}

/// <summary>Work on the whole story.</summary>
public sealed record StoryboardTask : AgentTask
{
    /// <summary>The story.</summary>
    public required Story Story { get; init; }
}

/// <summary>Work on one segment of a story.</summary>
public sealed record SegmentTask : AgentTask
{
    /// <summary>The story.</summary>
    public required Story Story { get; init; }

    /// <summary>Which segment, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The segment.</summary>
    [JsonIgnore]
    public Segment Segment => Story.Segments[Index];
}

/// <summary>Work on one clip. Its pictures and sound are found in the object store.</summary>
public sealed record ClipTask : AgentTask
{
    /// <summary>All segments in playing order, as discovered.</summary>
    public required IReadOnlyList<string> SegmentIds { get; init; }

    /// <summary>Which of them, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The segment of the clip.</summary>
    [JsonIgnore]
    public string SegmentId => SegmentIds[Index];
}

/// <summary>Work on the whole video.</summary>
public sealed record ComposeTask : AgentTask
{
    /// <summary>All segments in playing order, as discovered.</summary>
    public required IReadOnlyList<string> SegmentIds { get; init; }
}

/// <summary>How a session ended, for its row.</summary>
public sealed record CloseTask
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>How it ended.</summary>
    public required VideoOutcome Outcome { get; init; }

    /// <summary>Link to the video; null without one.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>Why there is no video; null when there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>What was charged, in US dollars.</summary>
    public required decimal Cost { get; init; }
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
    /// <summary>Link to it.</summary>
    public required string VideoUrl { get; init; }

    /// <summary>Links to its subtitles.</summary>
    public required IReadOnlyList<string> SubtitleUrls { get; init; }

    /// <summary>Measured length in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many objects the composer left.</summary>
    public required int Files { get; init; }

    /// <summary>The measurements in one line.</summary>
    public required string Measured { get; init; }
}

/// <summary>A piece of the video in the object store.</summary>
/// <param name="Key">Its main object.</param>
/// <param name="Files">How many objects it is made of.</param>
/// <param name="Found">Whether it was there already, made from the same input, and so was not made again.</param>
/// <param name="Warning">What is less than wanted about it; null when nothing is.</param>
public sealed record Piece(string Key, int Files, bool Found, string? Warning = null);

/// <summary>What a running activity tells in its heartbeats; seen in a description of the workflow's pending activities.</summary>
/// <param name="SegmentId">The segment it works on; null for the whole video.</param>
/// <param name="Percent">Finished share of the activity's work, 0 to 100.</param>
public sealed record StepProgress(string? SegmentId, int Percent);
