using System.CommandLine;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary>What a command about one session works with.</summary>
internal sealed record SessionContext(
    ParseResult Parsed, EngineConnection Engine, WorkflowHandle<VideoWorkflow, VideoResult> Handle, CancellationToken CancellationToken)
{
    /// <summary>Whether JSON is asked for.</summary>
    public bool Json => Parsed.GetValue(CommonOptions.Json);

    /// <summary>The store that the session's output is in.</summary>
    public IObjectStore Store => StoreAccess.Open(Engine.Configuration);

    /// <summary>Makes links to what the session has made.</summary>
    public VideoLinks Links => new(Store);

    /// <summary>Reads the session's story.</summary>
    public StoryReader Stories => new(Store);

    /// <summary>Whose session it is, and which.</summary>
    /// <exception cref="StarterException">The id is that of another kind of workflow.</exception>
    public SessionKey Session => VideoWorkflowId.TryParse(Handle.Id, out var key) ? key
        : throw new StarterException(ExitCodes.Usage, $"'{Handle.Id}' is not the id of a video workflow (video:USER:SESSION).");

    /// <summary>Sees to it that the session is there and has not ended.</summary>
    /// <param name="what">What cannot be done to one that has, such as "cancelled".</param>
    /// <exception cref="StarterException">It has.</exception>
    public async Task RequireRunningAsync(string what)
    {
        var description = await Handle.DescribeAsync(new WorkflowDescribeOptions { Rpc = Rpc });
        if (description.Status != WorkflowExecutionStatus.Running)
        {
            throw new StarterException(
                ExitCodes.Rejected,
                $"{Handle.Id} has ended ({description.Status}) and cannot be {what}. 'starter result' tells how it went.");
        }
    }

    /// <summary>Options of a call that ends with the command.</summary>
    public RpcOptions Rpc => new() { CancellationToken = CancellationToken };
}
