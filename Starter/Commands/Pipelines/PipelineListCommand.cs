using System.CommandLine;
using System.Text.Json;
using Temporalio.Client;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline list</c>: the pipelines, newest first.</summary>
internal static class PipelineListCommand
{
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many.", DefaultValueFactory = _ => 20 };

    public static Command Build() => new Command("list", "List pipelines, newest first.") { Limit }.Does(ListAsync);

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var engine = await EngineConnection.OpenAsync(CommonOptions.Configuration(parsed));
        var options = new WorkflowListOptions { Rpc = new RpcOptions { CancellationToken = cancellationToken } };
        var query = $"WorkflowType = '{JobPipelineNames.Workflow}'";
        await foreach (var run in engine.Client.ListWorkflowsAsync(query, options).Take(parsed.GetValue(Limit)))
        {
            var pipeline = JobPipelineId.TryParse(run.Id, out var key) ? key : null;
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                ? JsonSerializer.Serialize(new
                {
                    pipeline = pipeline?.SessionId,
                    user = pipeline?.UserId,
                    status = run.Status.ToString(),
                    startTime = run.StartTime,
                    closeTime = run.CloseTime,
                })
                : $"{run.StartTime:yyyy-MM-dd HH:mm}  {run.Status,-10} {pipeline?.UserId,-12} {pipeline?.SessionId ?? run.Id}");
        }

        return ExitCodes.Ok;
    }
}
