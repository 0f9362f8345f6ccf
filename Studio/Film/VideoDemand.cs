using TemporalVideo.Studio.Music;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Film;

/// <summary>One thing that a finished video must be.</summary>
/// <param name="Weight">Its part of the score.</param>
/// <param name="Excess">How far the video misses it, as a share of what is allowed: 0 or less is met, 1 or more counts nothing.</param>
/// <param name="Fault">What is wrong when it is missed.</param>
internal sealed record VideoDemand(double Weight, double Excess, FormattableString Fault)
{
    public bool Met => Excess <= 0;

    public double Grade => Math.Clamp(1 - Excess, 0, 1);

    /// <summary>The demands on a video, with what was measured.</summary>
    public static IReadOnlyList<VideoDemand> Of(VideoMeasurements found, VideoPlan plan) =>
    [
        Exact(8, found.VideoCodec == "h264 High", $"The video codec is {found.VideoCodec}; h264 High is wanted."),
        Exact(
            8, (found.Width, found.Height) == (plan.Size.Width(), plan.Size.Height()),
            $"The picture is {found.Width}×{found.Height}; {plan.Size.Width()}×{plan.Size.Height()} is wanted."),
        Exact(
            6, Math.Abs(found.FrameRate - VideoFormat.FramesPerSecond) < 0.01,
            $"The video has {found.FrameRate:0.###} frames a second; {VideoFormat.FramesPerSecond} are wanted."),
        Exact(6, found.PixelFormat == "yuv420p", $"The pixel format is {found.PixelFormat}; yuv420p is wanted."),
        Exact(
            8, found is { AudioCodec: "aac", SampleRate: VideoFormat.SampleRate, Channels: 2 },
            $"The sound is '{found.AudioCodec}' {found.SampleRate} Hz, {found.Channels} channels; aac 48000 Hz, 2 channels is wanted."),
        Within(
            12, Math.Abs(found.VideoSeconds - plan.Seconds), 0.5,
            $"The video lasts {found.VideoSeconds:0.00} s; {plan.Seconds:0.00} ± 0.5 s are planned."),
        Within(
            12, Math.Abs(found.VideoSeconds - found.AudioSeconds), 0.05,
            $"Picture and sound end {Math.Abs(found.VideoSeconds - found.AudioSeconds) * 1000:0} ms apart; 50 ms are allowed."),
        Within(
            10, Math.Abs(found.Loudness - MusicMixer.TargetLoudness), 1,
            $"The loudness is {found.Loudness:0.0} LUFS; {MusicMixer.TargetLoudness:0} ± 1 is wanted."),
        Within(
            6, found.TruePeak - MusicMixer.HighestPeak + 1, 1,
            $"The true peak is {found.TruePeak:0.0} dBTP; {MusicMixer.HighestPeak:0.0} is allowed."),
        Within(6, found.LongestBlack, 0.3, $"The picture is black for {found.LongestBlack:0.0} s; 0.3 s are allowed."),
        Within(8, found.LongestFreeze, 3, $"The picture stands still for {found.LongestFreeze:0.0} s; 3 s are allowed."),
        Within(4, found.LongestSilence, 3, $"It is silent for {found.LongestSilence:0.0} s; 3 s are allowed."),
        Exact(2, found.FastStart, $"The file's index stands at its end; it must stand before the media."),
        Exact(4, !plan.HasCaptions || found.SubtitleCodec.Length > 0, $"The subtitle track is missing."),
    ];

    private static VideoDemand Exact(double weight, bool met, FormattableString fault) => new(weight, met ? 0 : 1, fault);

    private static VideoDemand Within(double weight, double deviation, double allowed, FormattableString fault) =>
        new(weight, double.IsFinite(deviation) ? (deviation - allowed) / allowed : 1, fault);
}
