namespace TemporalVideo.Aws;

/// <summary>How Agent6's AWS services are reached. Credentials are never here: the AWS SDK finds them by the profile.</summary>
public sealed class AwsOptions
{
    /// <summary>Profile of the AWS configuration files (R-B6); empty: as the AWS SDK finds it. Default <c>default2</c>.</summary>
    public string Profile { get; set; } = "default2";

    /// <summary>AWS region; empty: as the AWS SDK finds it.</summary>
    public string Region { get; set; } = "";

    /// <summary>Address of an emulator of AWS; empty: Amazon's.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>CloudWatch log group of the events, made when it is missing. Default <c>/pipeline/agent6</c> (R-B7).</summary>
    public string LogGroup { get; set; } = "/pipeline/agent6";
}
