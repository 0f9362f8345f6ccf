namespace TemporalVideo.Conformance.Tests.Cli;

/// <summary>What a call of the command line led to.</summary>
public sealed record CliResult(int ExitCode, string Output);
