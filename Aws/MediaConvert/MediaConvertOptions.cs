namespace TemporalVideo.Aws.MediaConvert;

/// <summary>How clips follow each other.</summary>
public enum Concatenation
{
    /// <summary>One after the other.</summary>
    Simple,

    /// <summary>The picture goes through black at each joint; the sound is left alone, and the length stays the same.</summary>
    Fade,
}

/// <summary>How clips are joined by AWS Elemental MediaConvert (R-B6). Profile and region are those of <see cref="AwsOptions"/>.</summary>
public sealed class MediaConvertOptions
{
    /// <summary>The bucket that has the clips and takes the result.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>
    /// Name of the IAM role that MediaConvert works in, made or mended before a job; or its ARN, which is used as it is. Default
    /// <c>MediaConvertJobRole</c>.
    /// </summary>
    public string Role { get; set; } = "MediaConvertJobRole";

    /// <summary>Name or ARN of the queue; empty: the account's default queue.</summary>
    public string Queue { get; set; } = "";

    /// <summary>How clips follow each other; default one after the other.</summary>
    public Concatenation Concatenation { get; set; }

    /// <summary>Address of an emulator of MediaConvert; empty: Amazon's.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>How often is asked how far a job is; default every five seconds.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromSeconds(5);
}
