using Google.Protobuf;
using Temporalio.Api.Failure.V1;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>What an activity may not give: it fails for good, for it would only give it again.</summary>
internal static class ActivityBlobs
{
    public static bool IsTooLarge(IMessage? blob) => blob?.CalculateSize() > Limits.BlobBytes;

    /// <summary>The failure that stands for it.</summary>
    public static Failure TooLarge(string text, Failure? cause = null) =>
        new() { Message = text, Cause = cause, ServerFailureInfo = new ServerFailureInfo { NonRetryable = true } };
}
