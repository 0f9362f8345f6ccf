using Amazon.Runtime;

namespace TemporalVideo.Aws.Logs;

/// <summary>Whether events could be kept in CloudWatch Logs now.</summary>
public static class CloudWatchCheck
{
    /// <summary>Makes the group where it is missing, as the first worker would.</summary>
    /// <param name="aws">Profile, region and group.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>Whether it could, and what was found or is to be done.</returns>
    public static async Task<(bool IsUsable, string Text)> RunAsync(AwsOptions aws, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(aws);
        try
        {
            using var client = CloudWatchEventLog.ClientOf(aws);
            await CloudWatchEventLog.MakeGroupAsync(client, aws, cancellationToken);
            return (true, $"CloudWatch Logs, group {aws.LogGroup}");
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return (false, $"CloudWatch Logs, group {aws.LogGroup}: {failure.Message.TrimEnd('.')}. Videos are made without their events; "
                + "needed are logs:CreateLogGroup, logs:CreateLogStream and logs:PutLogEvents. See aws in config/worker.yaml.");
        }
    }
}
