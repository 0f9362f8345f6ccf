namespace TemporalVideo.Starter;

/// <summary>An end of a command that needs no stack trace.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="message">What was wrong, and what to do.</param>
internal sealed class StarterException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
