using System.CommandLine;
using Temporalio.Client;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary>What a command about one session works with.</summary>
internal sealed record SessionContext(
    ParseResult Parsed, EngineConnection Engine, WorkflowHandle<VideoWorkflow, VideoResult> Handle, CancellationToken CancellationToken)
{
    /// <summary>Whether JSON is asked for.</summary>
    public bool Json => Parsed.GetValue(CommonOptions.Json);

    /// <summary>Options of a call that ends with the command.</summary>
    public RpcOptions Rpc => new() { CancellationToken = CancellationToken };
}
