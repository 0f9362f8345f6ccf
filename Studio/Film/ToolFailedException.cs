namespace TemporalVideo.Studio.Film;

/// <summary>
/// A tool ended with an exit code other than 0. The message is for the user and holds nothing that the tool printed, which may be parts of
/// files; <see cref="Details"/> and <see cref="ToString"/> are for the log.
/// </summary>
public sealed class ToolFailedException : Exception
{
    private const int KeptLines = 12;

    /// <summary>Describes the failed run.</summary>
    /// <param name="program">The program.</param>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="errorLines">What it wrote to standard error.</param>
    /// <param name="tryAgain">Whether the same run may succeed when it is tried again.</param>
    public ToolFailedException(string program, int exitCode, IEnumerable<string> errorLines, bool tryAgain)
        : base(
            $"{program} ended with exit code {exitCode}{(tryAgain ? "" : ": it cannot work with this input")}. "
            + "What it said is in the worker's log.")
    {
        (Program, ExitCode, TryAgain) = (program, exitCode, tryAgain);
        Details = string.Join('\n', errorLines.Select(line => line.Trim()).Where(line => line.Length > 0).TakeLast(KeptLines));
    }

    /// <summary>The program that failed.</summary>
    public string Program { get; }

    /// <summary>Its exit code.</summary>
    public int ExitCode { get; }

    /// <summary>Whether the same run may succeed when it is tried again: false when the input itself is the reason.</summary>
    public bool TryAgain { get; }

    /// <summary>The last lines that it wrote to standard error. For the log, never for the user.</summary>
    public string Details { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()}\n{Program}'s last lines:\n{Details}";
}
