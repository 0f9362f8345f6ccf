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
