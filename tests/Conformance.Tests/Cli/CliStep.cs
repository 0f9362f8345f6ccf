namespace TemporalVideo.Conformance.Tests.Cli;

/// <summary>One call of the command line.</summary>
/// <param name="Arguments">Arguments, blanks between them, quotes around those that hold blanks.</param>
/// <param name="Until">Called again until its output holds this; null means once.</param>
public sealed record CliStep(string Arguments, string? Until = null)
{
    public static implicit operator CliStep(string arguments) => new(arguments);
}
