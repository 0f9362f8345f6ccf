using System.Text.RegularExpressions;
using TemporalVideo.Storage.Objects.S3;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads which object store is used: <c>store</c> and <c>s3</c> of <c>config/worker.yaml</c>.</summary>
internal static partial class ObjectStoreReader
{
    private const string Variable = "TEMPORAL_VIDEO_STORE";
    private const string Scheme = "s3://";

    /// <summary>A folder or a bucket; the other is null.</summary>
    public static (string? Folder, S3ObjectStoreOptions? Bucket) Read(
        YamlSection yaml, string root, Func<string, string?> environment, List<string> faults)
    {
        var configured = yaml.Text("store", "out/store");
        var (store, place) = environment(Variable) is { Length: > 0 } named ? (named, Variable) : (configured, "config/worker.yaml: store");
        var s3 = ReadS3(yaml.Section("s3"), faults);
        if (!store.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return (Path.GetFullPath(store, root), null);
        }

        var bucket = store[Scheme.Length..].TrimEnd('/');
        if (!BucketName().IsMatch(bucket))
        {
            faults.Add($"{place}: expected a folder or s3://BUCKET with the name of a bucket alone, found '{store}'");
        }

        return (null, s3 with { Bucket = bucket });
    }

    private static S3ObjectStoreOptions ReadS3(YamlSection yaml, List<string> faults)
    {
        var options = new S3ObjectStoreOptions
        {
            Endpoint = yaml.Text("endpoint", ""),
            Region = yaml.Text("region", ""),
            Profile = yaml.Text("profile", ""),
            PathStyle = yaml.Flag("path_style", false),
            LinkHours = yaml.Whole("link_hours", 24, 1, 168),
        };
        yaml.End();
        if (options.Endpoint.Length > 0 && !(Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"))
        {
            faults.Add($"config/worker.yaml: s3.endpoint: expected an address such as http://localhost:9000, found '{options.Endpoint}'");
        }

        return options;
    }

    /// <summary>S3's rule: 3 to 63 lower-case letters, digits, dots and hyphens.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();
}
