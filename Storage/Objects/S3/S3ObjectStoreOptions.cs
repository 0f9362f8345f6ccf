namespace TemporalVideo.Storage.Objects.S3;

/// <summary>
/// Which bucket keeps the objects, and how it is reached. Credentials are never here: the AWS SDK finds them (profile, environment,
/// role of the machine).
/// </summary>
public sealed record S3ObjectStoreOptions
{
    /// <summary>The bucket; it must be there.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>Address of a service other than Amazon's, such as <c>http://localhost:9000</c>; empty: as the AWS SDK finds it.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>AWS region; empty: as the AWS SDK finds it (environment, profile).</summary>
    public string Region { get; set; } = "";

    /// <summary>Profile of the AWS configuration files; empty: as the AWS SDK finds it.</summary>
    public string Profile { get; set; } = "";

    /// <summary>Whether the bucket is part of the path (<c>host/bucket/key</c>), as emulators want it, and not of the host.
    /// Default no.</summary>
    public bool PathStyle { get; set; }

    /// <summary>How long a link is good, in hours, up to 168, S3's own limit. Default 24.</summary>
    public int LinkHours { get; set; } = 24;

    /// <summary>From how many bytes on a file is sent in parts. Default 16 MiB; a part has at least 5 MiB, S3's own limit.</summary>
    public long MultipartBytes { get; set; } = 16 << 20;
}
