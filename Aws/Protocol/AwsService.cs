namespace TemporalVideo.Aws.Protocol;

/// <summary>What has to be known of an AWS service to reach it.</summary>
/// <param name="Prefix">First part of its host name, and its name in signatures.</param>
internal sealed record AwsService(string Prefix)
{
    /// <summary>Whether one host serves all regions of a partition.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Address of an emulator; empty: Amazon's.</summary>
    public string Endpoint { get; init; } = "";
}
