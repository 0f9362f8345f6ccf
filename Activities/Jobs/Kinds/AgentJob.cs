using System.Text.Encodings.Web;
using System.Text.Json;
using TemporalVideo.Activities.Money;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs.Kinds;

/// <summary>
/// A language model that works in the workspace, move by move. Its calls are paid by the book: an attempt that asks the same again is
/// given what was paid for.
/// </summary>
internal sealed class AgentJob(IEnumerable<IChatModel> models, PromptCatalog prompts, IMoneyBook money) : IJobKind
{
    /// <summary>The file of its moves, a line of JSON each.</summary>
    public const string Actions = "actions.jsonl";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Type => JobTypes.Agent;

    public async Task<JobOutcome> RunAsync(JobAttempt attempt, CancellationToken cancellationToken)
    {
        if (models.FirstOrDefault() is not { } model)
        {
            return new JobOutcome(
                1, "It needs a language model, and this worker has none: enable one in config/providers.yaml.", IsFinal: true);
        }

        var task = attempt.Task;
        await money.LimitAsync(
            task.Pipeline, attempt.Plan.CostLimit is { } limit ? MicroDollars.OfLimit(limit) : null, cancellationToken);
        PayingStep.Current = new PayingStep(
            task.Pipeline, AgentName.Orchestrator, PayingStep.NameOf("RunJob", task.Node.Id),
            TimeSpan.FromSeconds(task.Node.TimeoutSeconds));
        try
        {
            return await WorkAsync(attempt, model, cancellationToken);
        }
        catch (ProviderException failure)
        {
            attempt.Log.Write($"{failure.Message}\n");
            return new JobOutcome(1, failure.Message, IsFinal: !failure.TryAgain);
        }
    }

    private async Task<JobOutcome> WorkAsync(JobAttempt attempt, IChatModel model, CancellationToken cancellationToken)
    {
        var spec = attempt.Spec.Agent!;
        var tools = new AgentTools(attempt, spec.Commands);
        var actions = new List<string>();
        for (var number = 1; number <= spec.MaxMoves; number++)
        {
            var (system, user) = prompts[PromptName.JobAgent].Fill(new Dictionary<string, object>
            {
                ["task"] = JobText.Fill(spec.Task, attempt.Environment),
                ["prompt"] = attempt.Plan.OriginalPrompt,
                ["files"] = tools.Files,
                ["tools"] = tools.Names,
                ["moves"] = actions.DefaultIfEmpty("none"),
                ["left"] = spec.MaxMoves - number + 1,
            });
            var move = await model.AskAsync<AgentMove>(
                new ChatQuestion("job_agent", system, attempt.Log.Masked(user)), tools.FaultsOf, cancellationToken);
            var (code, result) = await tools.MakeAsync(move, cancellationToken);
            var action = JsonSerializer.Serialize(
                new AgentAction(number, move.Tool, move.Thought, move.Path, move.Command, move.Text, code, result), Readable);
            actions.Add(attempt.Log.Masked(action));
            await File.AppendAllTextAsync(Path.Combine(attempt.Workspace.Folder, Actions), $"{actions[^1]}\n", cancellationToken);
            attempt.Log.Write($"{number}. {move.Tool} {move.Path}{string.Join(' ', move.Command)}: {move.Thought}\n");
            if (move.Tool is AgentTool.Finish or AgentTool.GiveUp)
            {
                attempt.Log.Write($"{move.Text}\n");
                return move.Tool == AgentTool.Finish ? JobOutcome.Done : new JobOutcome(1, $"The agent gave up: {move.Text}");
            }
        }

        return new JobOutcome(1, $"The agent was not done after {spec.MaxMoves} moves (max_moves).");
    }
}
