namespace TemporalVideo.Web;

/// <summary>A call that is answered with an error.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="message">What was wrong and what to do, for a person.</param>
/// <param name="retryAfter">After how many seconds it may be tried again; null where that does not help.</param>
internal sealed class WebException(int status, string message, int? retryAfter = null) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>After how many seconds it may be tried again; null where that does not help.</summary>
    public int? RetryAfter { get; } = retryAfter;
}
