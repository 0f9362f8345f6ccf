using Amazon.Runtime;
using TemporalVideo.Aws.Iam;

namespace TemporalVideo.Aws.MediaConvert;

/// <summary>Whether MediaConvert could join clips now.</summary>
/// <param name="IsUsable">Whether it could.</param>
/// <param name="Text">What was found, or what to do.</param>
public sealed record MediaConvertState(bool IsUsable, string Text);

/// <summary>Looks whether MediaConvert and its role can be reached, and changes nothing.</summary>
public static class MediaConvertCheck
{
    /// <summary>Asks for the latest jobs and for the role.</summary>
    /// <param name="aws">Profile and region.</param>
    /// <param name="options">Role and bucket.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static async Task<MediaConvertState> RunAsync(AwsOptions aws, MediaConvertOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var client = new MediaConvertClient(aws, options.Endpoint);
            await client.ListAsync(null, cancellationToken);
            using var role = new MediaConvertRole(aws, options);
            var missing = await role.MissingAsync(cancellationToken);
            return new MediaConvertState(true, missing.Count == 0
                ? $"role {options.Role}"
                : $"role {options.Role}; the first job makes what is missing: {string.Join(", ", missing)}");
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return new MediaConvertState(false, failure.Message);
        }
    }
}
