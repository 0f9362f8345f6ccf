namespace TemporalVideo.Studio.Film;

/// <summary>A media file, as ffprobe describes it.</summary>
/// <param name="Duration">Length in seconds.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Streams">All streams in the order of the file.</param>
public sealed record MediaInfo(double Duration, long Bytes, IReadOnlyList<StreamInfo> Streams)
{
    /// <summary>The first video stream, or null.</summary>
    public StreamInfo? Video => Streams.FirstOrDefault(stream => stream.Kind == "video");

    /// <summary>The first audio stream, or null.</summary>
    public StreamInfo? Audio => Streams.FirstOrDefault(stream => stream.Kind == "audio");

    /// <summary>The first subtitle stream, or null.</summary>
    public StreamInfo? Subtitles => Streams.FirstOrDefault(stream => stream.Kind == "subtitle");
}

/// <summary>A stream of a media file, as ffprobe describes it. Fields of the other kinds of stream are 0 or empty.</summary>
public sealed record StreamInfo
{
    /// <summary><c>video</c>, <c>audio</c> or <c>subtitle</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Codec, such as <c>h264</c>, <c>aac</c>, <c>mov_text</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>Profile of the codec, such as <c>High</c> or <c>LC</c>.</summary>
    public string Profile { get; init; } = "";

    /// <summary>First presentation time in seconds.</summary>
    public double Start { get; init; }

    /// <summary>Length in seconds.</summary>
    public double Duration { get; init; }

    /// <summary>Number of frames or packets the container tells; 0 when it does not.</summary>
    public int Frames { get; init; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; }

    /// <summary>Pixel format, such as <c>yuv420p</c>.</summary>
    public string PixelFormat { get; init; } = "";

    /// <summary>Average frames per second.</summary>
    public double FrameRate { get; init; }

    /// <summary>Samples per second.</summary>
    public int SampleRate { get; init; }

    /// <summary>Number of audio channels.</summary>
    public int Channels { get; init; }

    /// <summary>ISO 639-2 language, such as <c>eng</c>; empty when the file does not say.</summary>
    public string Language { get; init; } = "";
}
