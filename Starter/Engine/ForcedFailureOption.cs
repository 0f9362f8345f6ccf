using System.CommandLine;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Engine;

/// <summary><c>--fail</c> of the commands that run a worker: this worker lets the named agents fail.</summary>
internal static class ForcedFailureOption
{
    private static readonly Option<AgentName[]> Fail = new("--fail")
    {
        Description = "Let an agent fail on this worker, for a test: agent2, agent4, agent5 or agent6. Default from TEMPORAL_VIDEO_FAIL.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command WithForcedFailures(this Command command)
    {
        command.Options.Add(Fail);
        return command;
    }

    public static ProductConfiguration Apply(ParseResult parsed, ProductConfiguration configuration) =>
        parsed.GetValue(Fail) is { Length: > 0 } agents
        ? configuration with { Worker = configuration.Worker with { FailingAgents = agents } }
        : configuration;
}
