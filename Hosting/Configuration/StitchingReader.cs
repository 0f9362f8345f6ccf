using System.Text.RegularExpressions;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads who joins Agent6's clips: <c>stitching</c> and <c>mediaconvert</c> of <c>config/worker.yaml</c>.</summary>
internal static partial class StitchingReader
{
    private const string Variable = "TEMPORAL_VIDEO_STITCHING";

    /// <summary>Reads them.</summary>
    /// <param name="yaml">The file.</param>
    /// <param name="folder">Folder of the object store; null when it is a bucket, which MediaConvert needs.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static StitchingSettings Read(YamlSection yaml, string? folder, Func<string, string?> environment, List<string> faults)
    {
        var configured = yaml.Text("stitching", "ffmpeg");
        var (text, place) = environment(Variable) is { Length: > 0 } named
            ? (named, Variable)
            : (configured, "config/worker.yaml: stitching");
        var choice = text.Trim().ToLowerInvariant() switch
        {
            "mediaconvert" => Stitching.MediaConvert,
            "ffmpeg" => Stitching.Ffmpeg,
            _ => Unknown(),
        };
        if (choice == Stitching.MediaConvert && folder is not null)
        {
            faults.Add($"{place}: mediaconvert works in a bucket, but the object store is the folder {folder}; expected store: "
                + "s3://BUCKET, or stitching: ffmpeg");
        }

        return new StitchingSettings(choice, place, ReadMediaConvert(yaml.Section("mediaconvert"), faults));

        Stitching Unknown()
        {
            faults.Add($"{place}: expected ffmpeg or mediaconvert, found '{text}'");
            return Stitching.Ffmpeg;
        }
    }

    private static MediaConvertSettings ReadMediaConvert(YamlSection yaml, List<string> faults)
    {
        var concatenation = yaml.Text("concatenation", "simple");
        var settings = new MediaConvertSettings(
            yaml.Text("role", "MediaConvertJobRole"), yaml.Text("queue", ""), concatenation == "fade", yaml.Text("endpoint", ""),
            yaml.Whole("poll_seconds", 5, 1, 60));
        yaml.End();
        if (concatenation is not ("simple" or "fade"))
        {
            faults.Add($"config/worker.yaml: mediaconvert.concatenation: expected simple or fade, found '{concatenation}'");
        }

        if (!RoleName().IsMatch(settings.Role))
        {
            faults.Add($"config/worker.yaml: mediaconvert.role: expected the name of an IAM role or its ARN, found '{settings.Role}'");
        }

        if (settings.Endpoint.Length > 0
            && !(Uri.TryCreate(settings.Endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            faults.Add($"config/worker.yaml: mediaconvert.endpoint: expected an address such as https://host, found '{settings.Endpoint}'");
        }

        return settings;
    }

    /// <summary>IAM's rule for names of roles, and the ARNs of roles.</summary>
    [GeneratedRegex(@"^([\w+=,.@-]{1,64}|arn:aws[\w-]*:iam::\d{12}:role/[\w+=,.@/-]{1,512})$")]
    private static partial Regex RoleName();
}
