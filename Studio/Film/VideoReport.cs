using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Film;

/// <summary>What a finished video is to be.</summary>
/// <param name="Seconds">Its planned length.</param>
/// <param name="HasCaptions">It is to have a subtitle track.</param>
public sealed record VideoPlan(double Seconds, bool HasCaptions = true)
{
    /// <summary>Size of its picture; default 16:9.</summary>
    public VideoSize Size { get; init; }

    /// <summary>When what is said in it; null: speech and music are not compared.</summary>
    public NarrationSchedule? Schedule { get; init; }
}

/// <summary>What a video is, measured on the file.</summary>
public sealed record VideoMeasurements
{
    /// <summary>Video codec and profile, such as <c>h264 High</c>.</summary>
    public required string VideoCodec { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Frames per second.</summary>
    public required double FrameRate { get; init; }

    /// <summary>Pixel format.</summary>
    public required string PixelFormat { get; init; }

    /// <summary>Audio codec; empty without sound.</summary>
    public required string AudioCodec { get; init; }

    /// <summary>Audio samples per second.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Audio channels.</summary>
    public required int Channels { get; init; }

    /// <summary>When the picture ends, in seconds.</summary>
    public required double VideoSeconds { get; init; }

    /// <summary>When the sound ends, in seconds.</summary>
    public required double AudioSeconds { get; init; }

    /// <summary>Integrated loudness in LUFS.</summary>
    public required double Loudness { get; init; }

    /// <summary>True peak in dBTP.</summary>
    public required double TruePeak { get; init; }

    /// <summary>Longest black stretch in seconds.</summary>
    public required double LongestBlack { get; init; }

    /// <summary>Longest stretch in seconds in which the picture stands still.</summary>
    public required double LongestFreeze { get; init; }

    /// <summary>Longest silence in seconds.</summary>
    public required double LongestSilence { get; init; }

    /// <summary>The index stands before the media.</summary>
    public required bool FastStart { get; init; }

    /// <summary>Codec of the subtitle track; empty without one.</summary>
    public required string SubtitleCodec { get; init; }

    /// <summary>Size of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>What a viewer sees and hears.</summary>
    public FilmMeasurements? Film { get; init; }
}

/// <summary>The result of checking a video.</summary>
/// <param name="Measurements">What was measured.</param>
/// <param name="Faults">What is not as it must be, one sentence each; empty for a good video.</param>
/// <param name="Conform">0 to 100: the weight of all demands that are met, each in part where it is missed by a little.</param>
public sealed record VideoReport(VideoMeasurements Measurements, IReadOnlyList<string> Faults, int Conform)
{
    /// <summary>Nothing is wrong.</summary>
    public bool Passed => Faults.Count == 0;

    /// <summary>How good it is, and where it is worst; null where that was not judged.</summary>
    public QualityReport? Quality { get; init; }

    /// <summary>Formulas within texts that its pictures show as plain text because they could not be set, each with its
    /// segment.</summary>
    public IReadOnlyList<string> PlainFormulas { get; init; } = [];

    /// <summary>
    /// The pictograms in its pictures by segment: the words that each stands beside, and how near its meaning lies to theirs.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ShownPictogram>> Pictograms { get; init; } =
        new Dictionary<string, IReadOnlyList<ShownPictogram>>();
}
