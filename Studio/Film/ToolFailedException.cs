namespace TemporalVideo.Studio.Film;

/// <summary>A tool ended with an exit code other than 0. The message holds the command, the code and the last lines it printed.</summary>
public sealed class ToolFailedException : Exception
{
    private const int KeptLines = 12;

    /// <summary>Describes the failed run.</summary>
    /// <param name="call">The command.</param>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="errorOutput">All it wrote to standard error.</param>
    public ToolFailedException(ToolCall call, int exitCode, string errorOutput)
        : base($"{call.Program} ended with code {exitCode}. Command: {CommandLine(call)}\nLast lines:\n{LastLines(errorOutput)}")
    {
        Program = call.Program;
        ExitCode = exitCode;
    }

    /// <summary>The program that failed.</summary>
    public string Program { get; }

    /// <summary>Its exit code.</summary>
    public int ExitCode { get; }

    private static string CommandLine(ToolCall call) =>
        string.Join(' ', call.Arguments.Prepend(call.Program).Select(word => word.Any(char.IsWhiteSpace) ? $"'{word}'" : word));

    private static string LastLines(string text) =>
        string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(KeptLines));
}
