namespace TemporalVideo.Studio.Film;

/// <summary>A command-line tool to run, and what goes in and comes out of it.</summary>
public sealed record ToolCall
{
    /// <summary>Name or path of the program; a bare name is looked up in <c>PATH</c>.</summary>
    public required string Program { get; init; }

    /// <summary>The arguments, one element each; no shell reads them.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Writes the program's standard input, which is closed afterwards. Null closes it at once.</summary>
    public Func<Stream, CancellationToken, Task>? WriteInput { get; init; }

    /// <summary>Is given every line of standard output as it comes. Lines are kept in <see cref="ToolResult.Output"/> only when this is null.</summary>
    public Action<string>? OnOutputLine { get; init; }
}
