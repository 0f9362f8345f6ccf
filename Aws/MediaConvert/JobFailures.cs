using System.Net;
using Amazon.Runtime;
using TemporalVideo.Studio;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Aws.MediaConvert;

/// <summary>What failures of MediaConvert and IAM mean for a job: which may pass, and what to do about the others.</summary>
internal static class JobFailures
{
    /// <summary>A changed role is known everywhere only after some seconds.</summary>
    private static readonly TimeSpan RolePause = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(30);

    /// <summary>The service's own trouble (user guide, "Error codes"): disk full, fault of an accelerated job, unexpected error.</summary>
    private static readonly int[] OwnTrouble = [1050, 1507, 1550, 1999];

    /// <summary>Access denied, and what may be wrong with a role.</summary>
    private static readonly int[] RoleTrouble = [1401, 1432, 1433, 1434, 1515];

    /// <summary>Does what speaks with the services, and gives their failures words and a meaning.</summary>
    public static async Task ToldAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (AmazonServiceException failure)
        {
            var told = new StitchJobException($"MediaConvert cannot be used: {failure.Message}", MayPass(failure), failure);
            throw IsBusy(failure) ? new RetryLaterException(told.Message, BusyPause, told) : told;
        }
        catch (AmazonClientException failure)
        {
            // No region, no profile, no credentials.
            throw new StitchJobException($"MediaConvert cannot be used: {failure.Message}", tryAgain: false, failure);
        }
        catch (HttpRequestException failure)
        {
            throw new StitchJobException($"MediaConvert cannot be reached: {failure.Message}", tryAgain: true, failure);
        }
    }

    /// <summary>The failure of a job that has ended without a result.</summary>
    public static StitchJobException Of(MediaConvertJob job) => job.Status == JobStatus.Canceled
        ? new StitchJobException($"The MediaConvert job {job.Id} was cancelled in AWS. Start the session again for another.", false)
        : new StitchJobException(
            $"The MediaConvert job {job.Id} failed with error {job.ErrorCode}: {job.ErrorMessage} What the code means is told under "
                + "\"Error codes\" in the MediaConvert user guide.",
            job.ErrorCode is { } code && OwnTrouble.Contains(code));

    /// <summary>Whether a job failed for want of rights.</summary>
    public static bool IsOfRole(MediaConvertJob job) => job.ErrorCode is { } code && RoleTrouble.Contains(code);

    /// <summary>The failure of a job in a role that was changed a moment ago.</summary>
    public static RetryLaterException RoleIsNew(string role, Exception failure) =>
        new($"MediaConvert does not know yet how the role '{role}' was changed: {failure.Message}", RolePause, failure);

    /// <summary>Whether the same call may succeed later.</summary>
    public static bool MayPass(Exception failure) => failure switch
    {
        AmazonServiceException service => IsBusy(service) || service.StatusCode is 0 or >= HttpStatusCode.InternalServerError,
        HttpRequestException or TimeoutException or IOException or OperationCanceledException => true,
        _ => false,
    };

    private static bool IsBusy(AmazonServiceException failure) =>
        failure.StatusCode == HttpStatusCode.TooManyRequests || failure.ErrorCode is "TooManyRequestsException" or "Throttling";
}
