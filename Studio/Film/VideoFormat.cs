namespace TemporalVideo.Studio.Film;

/// <summary>The one format of all clips and videos of a size, so that they can be joined without encoding again.</summary>
public static class VideoFormat
{
    /// <summary>Frames per second.</summary>
    public const int FramesPerSecond = 30;

    /// <summary>Audio samples per second.</summary>
    public const int SampleRate = 48_000;

    /// <summary>The nearest whole number of frames to a length in seconds, at least one.</summary>
    /// <param name="seconds">A length.</param>
    public static int Frames(double seconds) => Math.Max(1, (int)Math.Round(seconds * FramesPerSecond));

    /// <summary>x264 High, yuv420p, BT.709, a closed group of pictures every two seconds, the same parameters for every clip.</summary>
    public static IReadOnlyList<string> VideoEncoding { get; } =
    [
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "19", "-profile:v", "high", "-level:v", "4.1", "-pix_fmt", "yuv420p",
        "-g", "60", "-keyint_min", "60", "-sc_threshold", "0", "-bf", "2", "-flags", "+cgop", "-r", "30", "-video_track_timescale", "30000",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
    ];

    /// <summary>AAC-LC, 48 kHz, stereo, 256 kbit/s: what is encoded here is encoded once or twice more on its way.</summary>
    public static IReadOnlyList<string> AudioEncoding { get; } = ["-c:a", "aac", "-b:a", "256k", "-ar", "48000", "-ac", "2"];
}
