using System.Globalization;
using System.Text.Json.Nodes;
using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Aws.MediaConvert;

/// <summary>
/// Writes the order of a stitching job: H.264 at 5,000 kbit/s, 30 frames a second, AAC, in the size of the video (R-B6). All timecodes
/// begin at zero, else no overlay would appear.
/// </summary>
internal static class StitchJob
{
    /// <summary>Name of the job's metadata that holds the token of its order.</summary>
    public const string TokenName = "token";

    /// <summary>The most inputs of a job (MediaConvert user guide, "Setting up an assembly workflow job").</summary>
    public const int MostClips = 150;

    private const int VideoBitrate = 5_000_000;
    private const int AudioBitrate = 256_000;
    private const string Sound = "Audio Selector 1";
    private static readonly TimeSpan HalfFade = TimeSpan.FromMilliseconds(300);

    /// <summary>The body of CreateJob.</summary>
    /// <param name="request">The clips, and where the result goes.</param>
    /// <param name="options">Bucket, queue, kind of concatenation.</param>
    /// <param name="role">ARN of the role.</param>
    /// <param name="token">Token of this order, at most 64 ASCII characters.</param>
    public static JsonObject Of(StoreStitchRequest request, MediaConvertOptions options, string role, string token)
    {
        var order = new JsonObject
        {
            ["role"] = role,
            ["clientRequestToken"] = token,
            ["userMetadata"] = new JsonObject { [TokenName] = token },
            ["settings"] = new JsonObject
            {
                ["timecodeConfig"] = new JsonObject { ["source"] = "ZEROBASED" },
                ["inputs"] = new JsonArray([.. request.Clips.Select(clip => Input(Uri(options, clip.Key)))]),
                ["outputGroups"] = new JsonArray(OutputGroup(request, options)),
            },
        };
        if (options.Queue.Length > 0)
        {
            order["queue"] = options.Queue;
        }

        return order;
    }

    /// <summary>The address of an object for MediaConvert.</summary>
    public static string Uri(MediaConvertOptions options, string key) => $"s3://{options.Bucket}/{key}";

    private static JsonObject Input(string uri) => new()
    {
        ["fileInput"] = uri,
        ["timecodeSource"] = "ZEROBASED",
        ["videoSelector"] = new JsonObject(),
        ["audioSelectors"] = new JsonObject { [Sound] = new JsonObject { ["defaultSelection"] = "DEFAULT" } },
    };

    private static JsonObject OutputGroup(StoreStitchRequest request, MediaConvertOptions options) => new()
    {
        ["name"] = "File Group",
        ["outputGroupSettings"] = new JsonObject
        {
            ["type"] = "FILE_GROUP_SETTINGS",
            ["fileGroupSettings"] = new JsonObject
            {
                // MediaConvert adds the extension of the container.
                ["destination"] = Uri(options, Path.ChangeExtension(request.Target, null)),
            },
        },
        ["outputs"] = new JsonArray(new JsonObject
        {
            ["containerSettings"] = new JsonObject
            {
                ["container"] = "MP4",
                ["mp4Settings"] = new JsonObject { ["moovPlacement"] = "PROGRESSIVE_DOWNLOAD" },
            },
            ["videoDescription"] = Picture(request, options),
            ["audioDescriptions"] = new JsonArray(new JsonObject
            {
                ["audioSourceName"] = Sound,
                ["codecSettings"] = new JsonObject
                {
                    ["codec"] = "AAC",
                    ["aacSettings"] = new JsonObject
                    {
                        ["bitrate"] = AudioBitrate,
                        ["codingMode"] = "CODING_MODE_2_0",
                        ["sampleRate"] = VideoFormat.SampleRate,
                    },
                },
            }),
        }),
    };

    private static JsonObject Picture(StoreStitchRequest request, MediaConvertOptions options)
    {
        var picture = new JsonObject
        {
            ["width"] = request.Size.Width(),
            ["height"] = request.Size.Height(),
            ["codecSettings"] = new JsonObject
            {
                ["codec"] = "H_264",
                ["h264Settings"] = new JsonObject
                {
                    ["rateControlMode"] = "CBR",
                    ["bitrate"] = VideoBitrate,
                    ["codecProfile"] = "HIGH",
                    ["framerateControl"] = "SPECIFIED",
                    ["framerateNumerator"] = VideoFormat.FramesPerSecond,
                    ["framerateDenominator"] = 1,
                    ["gopSize"] = 2,
                    ["gopSizeUnits"] = "SECONDS",
                    ["interlaceMode"] = "PROGRESSIVE",
                    ["parControl"] = "SPECIFIED",
                    ["parNumerator"] = 1,
                    ["parDenominator"] = 1,
                },
            },
        };
        if (options.Concatenation == Concatenation.Fade && request.Clips.Count > 1)
        {
            picture["videoPreprocessors"] = new JsonObject
            {
                ["imageInserter"] = new JsonObject { ["insertableImages"] = new JsonArray([.. Fades(request, options)]) },
            };
        }

        return picture;
    }

    /// <summary>
    /// MediaConvert has no transition between inputs. What it has are pictures laid over the output, which it can fade in and out: a black
    /// one over each joint is the fade.
    /// </summary>
    private static IEnumerable<JsonObject> Fades(StoreStitchRequest request, MediaConvertOptions options)
    {
        var joint = 0;
        foreach (var (clip, next) in request.Clips.Zip(request.Clips.Skip(1)))
        {
            joint += VideoFormat.Frames(clip.Seconds);

            // A clip gives at most its half to a fade, so that two of them never meet.
            var half = Math.Min(
                VideoFormat.Frames(HalfFade.TotalSeconds),
                Math.Min(VideoFormat.Frames(clip.Seconds), VideoFormat.Frames(next.Seconds)) / 2);
            var milliseconds = half * 1000 / VideoFormat.FramesPerSecond;
            yield return new JsonObject
            {
                ["imageInserterInput"] = Uri(options, request.Black),
                ["imageX"] = 0,
                ["imageY"] = 0,
                ["width"] = request.Size.Width(),
                ["height"] = request.Size.Height(),
                ["layer"] = 1,
                ["opacity"] = 100,
                ["startTime"] = Timecode(joint - half),
                ["fadeIn"] = milliseconds,
                ["duration"] = milliseconds,
                ["fadeOut"] = milliseconds,
            };
        }
    }

    private static string Timecode(int frame)
    {
        var (seconds, frames) = Math.DivRem(frame, VideoFormat.FramesPerSecond);
        return string.Create(
            CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}:{frames:00}");
    }
}
