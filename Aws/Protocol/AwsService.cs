namespace TemporalVideo.Aws.Protocol;

/// <summary>What has to be known of an AWS service to reach it.</summary>
/// <param name="Prefix">First part of its host name, and its name in signatures.</param>
/// <param name="Id">Its name in the SDK's settings: <c>AWS_ENDPOINT_URL_IAM</c>, <c>services</c> of a profile.</param>
internal sealed record AwsService(string Prefix, string Id)
{
    /// <summary>Whether one host serves all regions of a partition.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Address of an emulator; empty: the one that the SDK's settings name, else Amazon's.</summary>
    public string Endpoint { get; init; } = "";
}
