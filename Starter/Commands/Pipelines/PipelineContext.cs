using System.CommandLine;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Sessions;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary>What a command about one pipeline works with.</summary>
internal sealed record PipelineContext(
    ParseResult Parsed, EngineConnection Engine, SessionKey Pipeline, CancellationToken CancellationToken)
{
    private static readonly Argument<string> Id = new("pipeline") { Description = "Id of the pipeline, as 'pipeline list' shows it." };

    public static readonly Option<string> User = new("--user")
    {
        Description = "Whose pipeline it is.",
        DefaultValueFactory = _ => VideoOrder.DefaultUser,
    };

    public bool Json => Parsed.GetValue(CommonOptions.Json);

    public IObjectStore Store { get; } = StoreAccess.Open(Engine.Configuration);

    public PipelineReader Reader => new(Engine.Client, Store);

    public WorkflowHandle<JobPipelineWorkflow> Handle =>
        Engine.Client.GetWorkflowHandle<JobPipelineWorkflow>(JobPipelineId.Of(Pipeline));

    public RpcOptions Rpc => new() { CancellationToken = CancellationToken };

    /// <summary>A command about a pipeline that is there.</summary>
    public static Command Command(Command command, Func<PipelineContext, Task<int>> action)
    {
        command.Arguments.Insert(0, Id);
        command.Options.Add(User);
        return command.Does(async (parsed, cancellationToken) =>
        {
            var key = KeyOf(parsed.GetRequiredValue(Id), parsed.GetRequiredValue(User));
            await using var engine = await EngineConnection.OpenAsync(CommonOptions.Configuration(parsed));
            try
            {
                return await action(new PipelineContext(parsed, engine, key, cancellationToken));
            }
            catch (RpcException missing) when (missing.Code == RpcException.StatusCode.NotFound)
            {
                throw new StarterException(
                    ExitCodes.NotFound,
                    $"There is no running or kept pipeline {key.SessionId} of {key.UserId} on {engine.Place}: {missing.Message}. "
                    + "'starter pipeline list' shows those there are.");
            }
            catch (Exception silence) when (!cancellationToken.IsCancellationRequested && NoWorker.Explains(silence))
            {
                throw new StarterException(ExitCodes.Unreachable, "No worker answers. Start one with 'starter worker'.");
            }
        });
    }

    public static SessionKey KeyOf(string id, string user) =>
        JobPipelineId.TryParse(id, out var key) ? key
        : SessionKey.IsValidId(id) && SessionKey.IsValidId(user) ? new SessionKey(user, id)
        : throw new StarterException(ExitCodes.Usage, $"'{id}' of '{user}' cannot be the id of a pipeline.");
}
