namespace TemporalVideo.Web;

/// <summary>A call that is answered with an error.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="message">What was wrong and what to do, for a person.</param>
internal sealed class WebException(int status, string message) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;
}
