using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Quality;

/// <summary>What is known of a video: of a planned one the story alone, of a finished one all.</summary>
public sealed record QualityEvidence
{
    /// <summary>What it tells.</summary>
    public required Story Story { get; init; }

    /// <summary>The lesson, as it was written; null: not at hand.</summary>
    public string? Source { get; init; }

    /// <summary>When what is said; null: not spoken yet, the planned lengths count.</summary>
    public NarrationSchedule? Schedule { get; init; }

    /// <summary>Its subtitles; null: not written yet.</summary>
    public IReadOnlyList<SubtitleCue>? Captions { get; init; }

    /// <summary>Its scenes by segment, as far as they are drawn.</summary>
    public IReadOnlyDictionary<string, SceneArt> Scenes { get; init; } = new Dictionary<string, SceneArt>();

    /// <summary>The pictograms in its pictures by segment; null: not chosen yet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ShownPictogram>>? Pictograms { get; init; }

    /// <summary>What was measured on the file; null: there is none yet.</summary>
    public FilmMeasurements? Film { get; init; }

    /// <summary>When a segment begins, in seconds.</summary>
    internal double Start(int segment) => Schedule is { } schedule
        ? schedule.Segments.Take(segment).Sum(spoken => spoken.Duration)
        : Story.Segments.Take(segment).Sum(planned => planned.Duration);

    /// <summary>When a sentence begins, in seconds.</summary>
    internal double Start(int segment, int sentence) => Start(segment)
        + (Spoken(segment) is { } spoken && sentence < spoken.Sentences.Count ? spoken.Sentences[sentence].Start : 0);

    /// <summary>How long a segment stays, in seconds.</summary>
    internal double Seconds(int segment) => Spoken(segment)?.Duration ?? Story.Segments[segment].Duration;

    /// <summary>The picture that is seen at a time, in seconds; null after the end.</summary>
    internal FaultyPiece? PictureAt(double time, PieceKind kind) => Story.Segments.Index()
        .Where(segment => time < Start(segment.Index) + Seconds(segment.Index))
        .Select(segment => new FaultyPiece(kind, segment.Item.Id)).FirstOrDefault();

    /// <summary>The picture of a segment.</summary>
    internal FaultyPiece Scene(int segment) => new(PieceKind.Scene, Story.Segments[segment].Id);

    /// <summary>A segment as it was spoken; null before.</summary>
    internal SpokenSegment? Spoken(int segment) =>
        Schedule?.Segments.FirstOrDefault(spoken => spoken.SegmentId == Story.Segments[segment].Id);
}
