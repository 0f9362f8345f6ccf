using System.Globalization;
using FFMpegCore;
using FFMpegCore.Exceptions;

namespace TemporalVideo.Studio.Film;

/// <summary>Reads what a media file is with <see href="https://ffmpeg.org/ffprobe.html">ffprobe</see>, through FFMpegCore.</summary>
public sealed class MediaProbe
{
    private const string Program = "ffprobe";

    /// <summary>Describes a file.</summary>
    /// <param name="file">A media file.</param>
    /// <param name="cancellationToken">Kills ffprobe.</param>
    /// <exception cref="UnusableInputException">The file is missing or is no media file.</exception>
    /// <exception cref="ToolFailedException">ffprobe failed for another reason.</exception>
    /// <exception cref="ToolMissingException">ffprobe is not installed.</exception>
    public async Task<MediaInfo> ProbeAsync(string file, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ExternalTool.Require(Program);
        try
        {
            var found = await FFProbe.AnalyseAsync(file, cancellationToken: cancellationToken);
            var streams = (found.Raw.Streams ?? []).Select(Stream).ToList();
            return new MediaInfo(Seconds(found.Raw.Format.Duration), new FileInfo(file).Length, streams);
        }
        catch (FileNotFoundException missing)
        {
            throw new UnusableInputException($"There is no file '{file}' to read.", missing);
        }
        catch (FFProbeProcessException failure)
        {
            var mayPass = FfmpegFailure.MayPass(failure.StandardError);
            var failed = new ToolFailedException(Program, failure.ExitCode, failure.StandardError, mayPass);
            throw mayPass
                ? failed
                : new UnusableInputException($"'{file}' is no media file that ffmpeg can read, or is broken.", failed);
        }
    }

    private static StreamInfo Stream(FFProbeStream stream) => new()
    {
        Kind = stream.CodecType ?? "",
        Codec = stream.CodecName ?? "",
        Profile = stream.Profile ?? "",
        Start = Seconds(stream.StartTime),
        Duration = Seconds(stream.Duration),
        Frames = (int)Number(stream.ExtensionData?.GetValueOrDefault("nb_frames").ToString()),
        Width = stream.Width ?? 0,
        Height = stream.Height ?? 0,
        PixelFormat = stream.PixelFormat ?? "",
        FrameRate = Ratio(stream.AvgFrameRate),
        SampleRate = (int)Number(stream.SampleRate),
        Channels = stream.Channels ?? 0,
        Language = stream.Tags?.GetValueOrDefault("language") ?? "",
    };

    /// <summary>FFMpegCore asks ffprobe for <c>0:01:02.345678</c>; its own properties drop all below the millisecond.</summary>
    private static double Seconds(string? time) =>
        TimeSpan.TryParse(time, CultureInfo.InvariantCulture, out var span) ? span.TotalSeconds : Number(time);

    private static double Number(string? text) => double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static double Ratio(string? text)
    {
        var parts = (text ?? "").Split('/');
        return parts.Length == 2 && Number(parts[1]) > 0 ? Number(parts[0]) / Number(parts[1]) : 0;
    }
}
