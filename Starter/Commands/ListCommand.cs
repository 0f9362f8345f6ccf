using System.CommandLine;
using System.Text.Json;
using Temporalio.Client;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter list</c>: the sessions, newest first.</summary>
internal static class ListCommand
{
    private static readonly Option<string?> User = new("--user") { Description = "Only this user's sessions." };
    private static readonly Option<VideoOutcome?> Outcome = new("--outcome")
    {
        Description = "Only sessions that ended so: Running, Finished, FinishedByFallback, Failed or Cancelled.",
    };

    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many.", DefaultValueFactory = _ => 20 };

    public static Command Build() => new Command("list", "List sessions, newest first.") { User, Outcome, Limit }.Does(ListAsync);

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var engine = await EngineConnection.OpenAsync(CommonOptions.Configuration(parsed));
        var options = new WorkflowListOptions { Rpc = new RpcOptions { CancellationToken = cancellationToken } };
        var json = parsed.GetValue(CommonOptions.Json);
        await foreach (var execution in engine.Client.ListWorkflowsAsync(Query(parsed), options).Take(parsed.GetValue(Limit)))
        {
            var attributes = execution.TypedSearchAttributes;
            var stage = attributes.TryGetValue(VideoSearchAttributes.Stage, out var at) ? at : "";
            var outcome = attributes.TryGetValue(VideoSearchAttributes.Outcome, out var how) ? how : "";
            await Console.Out.WriteLineAsync(json
                ? JsonSerializer.Serialize(new
                {
                    workflowId = execution.Id,
                    runId = execution.RunId,
                    status = execution.Status.ToString(),
                    stage,
                    outcome,
                    startTime = execution.StartTime,
                    closeTime = execution.CloseTime,
                })
                : $"{execution.StartTime:yyyy-MM-dd HH:mm}  {execution.Status,-10} {stage,-12} {outcome,-18} {execution.Id}");
        }

        return ExitCodes.Ok;
    }

    private static string Query(ParseResult parsed)
    {
        var user = parsed.GetValue(User);
        if (user is not null && !SessionKey.IsValidId(user))
        {
            throw new StarterException(ExitCodes.Usage, $"--user '{user}' cannot be a user id.");
        }

        return string.Join(" AND ", new[]
        {
            $"WorkflowType = '{VideoWorkflowNames.Workflow}'",
            user is null ? null : $"{VideoSearchAttributes.User.Name} = '{user}'",
            parsed.GetValue(Outcome) is { } outcome ? $"{VideoSearchAttributes.Outcome.Name} = '{outcome}'" : null,
        }.OfType<string>());
    }
}
