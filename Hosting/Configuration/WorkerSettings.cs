using TemporalVideo.Storage.Objects.S3;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Where a worker keeps and finds files, and how much it does at once.</summary>
public sealed record WorkerSettings
{
    /// <summary>Folder of the object store; null with <see cref="S3"/>.</summary>
    public required string? Store { get; init; }

    /// <summary>The bucket that is the object store; null with a folder.</summary>
    public S3ObjectStoreOptions? S3 { get; init; }

    /// <summary>Database of the sessions' rows.</summary>
    public required DatabaseSettings Database { get; init; }

    /// <summary>Folder of lessons that bare topics are looked up in.</summary>
    public required string Lessons { get; init; }

    /// <summary>Folders that hold a folder for each voice of one's own; from <c>TEMPORAL_VIDEO_VOICES</c> first, then the file.</summary>
    public IReadOnlyList<string> Voices { get; init; } = [];

    /// <summary>How words are said, by the word; for speech, never for captions.</summary>
    public IReadOnlyDictionary<string, string> Pronunciation { get; init; } = new Dictionary<string, string>();

    /// <summary>File of Agent6's events, a line of JSON each; null with CloudWatch Logs.</summary>
    public string? EventLog { get; init; }

    /// <summary>The CloudWatch log group of Agent6's events; null with a file.</summary>
    public string? LogGroup { get; init; }

    /// <summary>How Agent6's AWS services are reached; what is empty is found in the AWS SDK's own ways.</summary>
    public AwsSettings Aws { get; init; } = new("", "", "");

    /// <summary>Who joins Agent6's clips.</summary>
    public required StitchingSettings Stitching { get; init; }

    /// <summary>The most that a user may spend with paid providers on a day (UTC), in US dollars; null, the default: no limit.</summary>
    public decimal? UserDayLimit { get; init; }

    /// <summary>Whether webhooks may lead into one's own network, and over plain HTTP; default no.</summary>
    public bool AllowPrivateWebhooks { get; init; }

    /// <summary>Whether jobs of pipelines may call machines of one's own network, and over plain HTTP; default no.</summary>
    public bool AllowPrivateJobs { get; init; }

    /// <summary>Whether who has no key, at the page on this machine, may write templates of pipelines over HTTP; default no.</summary>
    public bool AllowTemplatesWithoutKey { get; init; }

    /// <summary>How many jobs of a user run at the same time, over all pipelines; 0: no limit. Default 16.</summary>
    public int MaxRunningJobsPerUser { get; init; } = 16;

    /// <summary>ffmpeg jobs at the same time.</summary>
    public required int RenderConcurrency { get; init; }

    /// <summary>Agents whose steps this worker lets fail, for tests and to show the fallback; from <c>TEMPORAL_VIDEO_FAIL</c>, default
    /// none.</summary>
    public IReadOnlyList<AgentName> FailingAgents { get; init; } = [];
}

/// <summary>How AWS is reached; what is empty is found in the AWS SDK's own ways. Credentials are never here.</summary>
/// <param name="Profile">Profile of the AWS configuration files.</param>
/// <param name="Region">AWS region.</param>
/// <param name="Endpoint">Address of an emulator.</param>
public sealed record AwsSettings(string Profile, string Region, string Endpoint);
