using System.CommandLine;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline run</c>: server (unless there is one), worker, pipeline and progress in one process.</summary>
internal static class PipelineRunCommand
{
    private static readonly TimeSpan ClosesWithin = TimeSpan.FromSeconds(30);

    private static readonly Argument<string> Template = new("template")
    {
        Description = "Name of a template; 'pipeline templates' lists them.",
    };

    public static readonly Option<string> Prompt = new("--prompt")
    {
        Description = "What you ask for; every job finds it as ORIGINAL_PROMPT.",
        DefaultValueFactory = _ => "",
    };

    public static readonly Option<string[]> Set = new("--set") { Description = "A parameter: NAME=VALUE; may be given several times." };
    private static readonly Option<string?> Id = new("--id") { Description = "Id of the pipeline; default from template and time." };

    public static Command Build() =>
        new Command("run", "Run a pipeline here and now, with a worker of its own.")
        {
            Template, Prompt, Set, Id, PipelineContext.User,
        }.Does(RunAsync);

    /// <summary>Starts a pipeline with a worker of this process, and shows it until it ends.</summary>
    public static async Task<int> RunAsync(PipelineContext context, JobPipelineInput input)
    {
        var engine = context.Engine;
        await using var worker = await WorkerHere.StartAsync(
            engine, context.Parsed.GetValue(CommonOptions.Verbose), context.CancellationToken);
        try
        {
            await PipelineStarter.StartAsync(engine.Client, engine.Configuration.Engine.LightTaskQueue, input, context.CancellationToken);
            if (!context.Json)
            {
                await Console.Error.WriteLineAsync($"Running {context.Pipeline.SessionId} on {engine.Place}");
            }

            var code = await PipelineView.FollowAsync(context);
            await UntilClosedAsync(context);
            return code;
        }
        catch (WorkflowAlreadyStartedException)
        {
            throw new StarterException(
                ExitCodes.Rejected, $"The pipeline {context.Pipeline.SessionId} runs. 'starter pipeline show' tells where it stands.");
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(
                $"\nDetached from {context.Pipeline.SessionId}. It goes on when a worker runs ('starter worker').");
            return ExitCodes.Detached;
        }
    }

    /// <summary>A state says that the pipeline has ended a moment before its run closes, which takes this process's worker.</summary>
    private static async Task UntilClosedAsync(PipelineContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        patience.CancelAfter(ClosesWithin);
        try
        {
            await context.Engine.Client.GetWorkflowHandle(JobPipelineId.Of(context.Pipeline))
                .GetResultAsync(rpcOptions: new RpcOptions { CancellationToken = patience.Token });
        }
        catch (WorkflowFailedException)
        {
            // Why is told by its state.
        }
        catch (Exception late) when (patience.IsCancellationRequested && late is OperationCanceledException or RpcException)
        {
            // It closes when a worker runs again.
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = CommonOptions.Configuration(parsed);
        var name = parsed.GetRequiredValue(Template);
        var template = await PipelineTemplateCommand.FindAsync(parsed, name, cancellationToken);
        var wish = WishOf(parsed, configuration.Root, parsed.GetRequiredValue(Prompt));

        // What is wrong is told before anything is started.
        _ = template.Expand(wish.Values, wish.ReadFile).Plan(configuration, wish.Prompt, wish.Values);
        var id = parsed.GetValue(Id) ?? $"{template.Name}-{DateTime.UtcNow:yyyyMMdd-HHmmss-fff}";
        var key = PipelineContext.KeyOf(id, parsed.GetRequiredValue(PipelineContext.User));
        await using var engine = await EngineConnection.OpenAsync(configuration);
        var context = new PipelineContext(parsed, engine, key, cancellationToken);
        return await RunAsync(context, await PipelineStarter.OrderAsync(
            context.Store, configuration, key, template, wish, cancellationToken));
    }

    /// <summary>What was said with <c>--set</c>; lists are files here, or below the folder of the configuration.</summary>
    public static PipelineWish WishOf(ParseResult parsed, string root, string prompt) => new(
        prompt,
        Values(parsed.GetValue(Set) ?? []),
        path => File.ReadAllText(File.Exists(path) ? path : Path.GetFullPath(path, root)));

    private static Dictionary<string, string> Values(string[] given)
    {
        var values = new Dictionary<string, string>();
        foreach (var each in given)
        {
            if (each.IndexOf('=', StringComparison.Ordinal) is var at && at < 1)
            {
                throw new StarterException(ExitCodes.Usage, $"--set expects NAME=VALUE, found '{each}'.");
            }

            values[each[..at]] = each[(at + 1)..];
        }

        return values;
    }
}
