namespace TemporalVideo.Hosting.Configuration;

/// <summary>Who joins Agent6's clips; Agent5's are joined by ffmpeg on the machine of the worker.</summary>
/// <param name="Choice">Who.</param>
/// <param name="Place">Which setting says so.</param>
/// <param name="MediaConvert">How MediaConvert does it; unused with ffmpeg.</param>
public sealed record StitchingSettings(Stitching Choice, string Place, MediaConvertSettings MediaConvert)
{
    /// <summary>Who joins the clips and why, for a person.</summary>
    public string Text => Choice == Stitching.MediaConvert
        ? $"AWS Elemental MediaConvert, {(MediaConvert.Fade ? "fading through black" : "cut after cut")} ({Place})"
        : $"ffmpeg on the machine of the worker ({Place})";
}

/// <summary>Who joins clips.</summary>
public enum Stitching
{
    /// <summary>ffmpeg on the machine of the worker.</summary>
    Ffmpeg,

    /// <summary>AWS Elemental MediaConvert, in the bucket that is the object store.</summary>
    MediaConvert,
}

/// <summary>How MediaConvert joins clips. Profile and region are those of <see cref="AwsSettings"/>.</summary>
/// <param name="Role">Name of the IAM role, made or mended before a job; or its ARN, used as it is.</param>
/// <param name="Queue">Name or ARN of the queue; empty: the account's default.</param>
/// <param name="Fade">Whether the picture goes through black at each joint.</param>
/// <param name="Endpoint">Address of an emulator; empty: Amazon's.</param>
/// <param name="PollSeconds">How often is asked how far a job is.</param>
public sealed record MediaConvertSettings(string Role, string Queue, bool Fade, string Endpoint, int PollSeconds);
