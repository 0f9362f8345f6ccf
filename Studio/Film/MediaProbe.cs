using System.Globalization;
using System.Text.Json;

namespace TemporalVideo.Studio.Film;

/// <summary>Reads what a media file is with <see href="https://ffmpeg.org/ffprobe.html">ffprobe</see>.</summary>
/// <param name="tools">Starts the process.</param>
public sealed class MediaProbe(ToolRunner tools)
{
    /// <summary>Describes a file.</summary>
    /// <param name="file">A media file.</param>
    /// <param name="cancellationToken">Kills ffprobe.</param>
    /// <exception cref="ToolFailedException">The file is missing or is no media file.</exception>
    public async Task<MediaInfo> ProbeAsync(string file, CancellationToken cancellationToken)
    {
        var result = await tools.RunAsync(
            new ToolCall { Program = "ffprobe", Arguments = ["-v", "error", "-print_format", "json", "-show_format", "-show_streams", file] },
            cancellationToken);
        return Parse(result.Output);
    }

    /// <summary>Reads ffprobe's JSON.</summary>
    /// <param name="json">The output of <c>-print_format json -show_format -show_streams</c>.</param>
    internal static MediaInfo Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var format = document.RootElement.GetProperty("format");
        var streams = document.RootElement.GetProperty("streams").EnumerateArray().Select(Stream).ToList();
        return new MediaInfo(Number(format, "duration"), (long)Number(format, "size"), streams);
    }

    private static StreamInfo Stream(JsonElement stream) => new()
    {
        Kind = Text(stream, "codec_type"),
        Codec = Text(stream, "codec_name"),
        Profile = Text(stream, "profile"),
        Start = Number(stream, "start_time"),
        Duration = Number(stream, "duration"),
        Frames = (int)Number(stream, "nb_frames"),
        Width = (int)Number(stream, "width"),
        Height = (int)Number(stream, "height"),
        PixelFormat = Text(stream, "pix_fmt"),
        FrameRate = Ratio(Text(stream, "avg_frame_rate")),
        SampleRate = (int)Number(stream, "sample_rate"),
        Channels = (int)Number(stream, "channels"),
        Language = stream.TryGetProperty("tags", out var tags) ? Text(tags, "language") : "",
    };

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static double Number(JsonElement element, string name) =>
        double.TryParse(Text(element, name), CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static double Ratio(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2
            && double.TryParse(parts[0], CultureInfo.InvariantCulture, out var above)
            && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var below)
            && below > 0 ? above / below : 0;
    }
}
