using System.Text.Json.Nodes;
using Amazon.Runtime;
using TemporalVideo.Aws.Protocol;

namespace TemporalVideo.Aws.MediaConvert;

/// <summary>The jobs of AWS Elemental MediaConvert, version 2017-08-29.</summary>
/// <param name="aws">Profile and region.</param>
/// <param name="endpoint">Address of an emulator; empty: Amazon's.</param>
internal sealed class MediaConvertClient(AwsOptions aws, string endpoint) : IDisposable
{
    private const string Jobs = "/2017-08-29/jobs";
    private const int MostJobs = 20;
    private static readonly Dictionary<string, string?> NoQuery = [];

    private readonly RestJsonClient _client = new(aws, new AwsService("mediaconvert", "MediaConvert") { Endpoint = endpoint });

    /// <summary>Orders a job (CreateJob). The same token within a minute gives the same job.</summary>
    /// <exception cref="AmazonServiceException">The service refused.</exception>
    public async Task<MediaConvertJob> CreateAsync(JsonObject job, CancellationToken cancellationToken) =>
        MediaConvertJob.Read((await _client.CallAsync("POST", Jobs, NoQuery, job, cancellationToken))?["job"]);

    /// <summary>Asks how far a job is (GetJob); null when there is none of this name.</summary>
    /// <exception cref="AmazonServiceException">The service refused.</exception>
    public async Task<MediaConvertJob?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return MediaConvertJob.Read((await _client.CallAsync("GET", PathOf(id), NoQuery, null, cancellationToken))?["job"]);
        }
        catch (AmazonServiceException failure) when (failure.ErrorCode == "NotFoundException")
        {
            return null;
        }
    }

    /// <summary>Cancels a job (CancelJob); one that has ended or is not there is left alone.</summary>
    /// <exception cref="AmazonServiceException">The service refused.</exception>
    public async Task CancelAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await _client.CallAsync("DELETE", PathOf(id), NoQuery, null, cancellationToken);
        }
        catch (AmazonServiceException failure) when (failure.ErrorCode is "NotFoundException" or "ConflictException")
        {
            // It has ended.
        }
    }

    /// <summary>The latest jobs, newest first (ListJobs), a page at a time.</summary>
    /// <param name="next">Where the page before has ended; null for the first.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="AmazonServiceException">The service refused.</exception>
    public async Task<(IReadOnlyList<MediaConvertJob> Found, string? Next)> ListAsync(string? next, CancellationToken cancellationToken)
    {
        var query = new Dictionary<string, string?> { ["order"] = "DESCENDING", ["maxResults"] = $"{MostJobs}", ["nextToken"] = next };
        var answer = await _client.CallAsync("GET", Jobs, query, null, cancellationToken);
        return ([.. (answer?["jobs"]?.AsArray() ?? []).Select(MediaConvertJob.Read)], answer?["nextToken"]?.ToString());
    }

    public void Dispose() => _client.Dispose();

    private static string PathOf(string id) => $"{Jobs}/{Uri.EscapeDataString(id)}";
}
