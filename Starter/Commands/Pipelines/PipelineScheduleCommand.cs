using System.CommandLine;
using System.Text.Json;
using Temporalio.Exceptions;
using TemporalVideo.Hosting.Temporal;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline schedule</c>: pipelines at fixed times, by a schedule of the Temporal server.</summary>
internal static class PipelineScheduleCommand
{
    private static readonly Argument<string?> Template = new("template")
    {
        Description = "Name of a template; without it the schedules are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Cron = new("--cron")
    {
        Description = "When (UTC): minute, hour, day, month, day of the week, such as '30 2 * * *'.",
    };

    private static readonly Option<string?> Name = new("--name") { Description = "Name of the schedule; default that of the template." };
    private static readonly Option<string?> Delete = new("--delete") { Description = "Delete the schedule of this name." };

    public static Command Build() =>
        new Command("schedule", "Run a pipeline at fixed times; list the schedules; delete one.")
        {
            Template, Cron, Name, Delete, PipelineRunCommand.Prompt, PipelineRunCommand.Set, PipelineContext.User,
        }.Does(RunAsync);

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        (parsed.GetValue(Template), parsed.GetValue(Delete), parsed.GetValue(Cron)) switch
        {
            ({ } template, null, { } cron) => CreateAsync(parsed, template, cron, cancellationToken),
            (null, { } name, null) => DeleteAsync(parsed, name, cancellationToken),
            (null, null, null) => ListAsync(parsed, cancellationToken),
            _ => throw new StarterException(
                ExitCodes.Usage, "Expected TEMPLATE and --cron to make a schedule, --delete NAME to delete one, or neither to list them."),
        };

    private static async Task<int> CreateAsync(ParseResult parsed, string template, string cron, CancellationToken cancellationToken)
    {
        var configuration = CommonOptions.Configuration(parsed);
        var found = await PipelineTemplateCommand.FindAsync(parsed, template, cancellationToken);
        var key = PipelineContext.KeyOf(parsed.GetValue(Name) ?? found.Name, parsed.GetRequiredValue(PipelineContext.User));
        if (key.SessionId.Length > PipelineSchedules.LongestName)
        {
            throw new StarterException(
                ExitCodes.Usage, $"The name of a schedule has at most {PipelineSchedules.LongestName} characters; give one by --name.");
        }

        var wish = PipelineRunCommand.WishOf(parsed, configuration.Root, parsed.GetRequiredValue(PipelineRunCommand.Prompt));
        await using var engine = await EngineConnection.OpenAsync(configuration);
        await SearchAttributeSetup.EnsureAsync(engine.Client, configuration.Engine);
        var input = await PipelineStarter.OrderAsync(
            StoreAccess.Open(configuration), configuration, key, found, wish, cancellationToken);
        try
        {
            await new PipelineSchedules(engine.Client).CreateAsync(input, cron, configuration.Engine.LightTaskQueue, cancellationToken);
        }
        catch (ScheduleAlreadyRunningException)
        {
            throw new StarterException(
                ExitCodes.Rejected,
                $"There is a schedule '{key.SessionId}' of {key.UserId} already. Delete it first, or give another --name.");
        }
        catch (RpcException refused) when (refused.Code == RpcException.StatusCode.InvalidArgument)
        {
            throw new StarterException(ExitCodes.Usage, $"--cron '{cron}' is not understood: {refused.Message}");
        }

        await Console.Out.WriteLineAsync(
            $"{key.SessionId} runs at '{cron}' (UTC), as it is ordered now. A worker must run then ('starter worker').");
        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var engine = await EngineConnection.OpenAsync(CommonOptions.Configuration(parsed));
        await foreach (var each in new PipelineSchedules(engine.Client).ListAsync(cancellationToken))
        {
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                ? JsonSerializer.Serialize(new
                {
                    name = each.Name.SessionId,
                    user = each.Name.UserId,
                    template = each.Template,
                    next = each.Next,
                    last = each.Last,
                    paused = each.Paused,
                })
                : $"{each.Name.SessionId,-30} {each.Name.UserId,-12} {each.Template,-20} next {each.Next:yyyy-MM-dd HH:mm}"
                    + (each.Paused ? "  paused" : ""));
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> DeleteAsync(ParseResult parsed, string name, CancellationToken cancellationToken)
    {
        var key = PipelineContext.KeyOf(name, parsed.GetRequiredValue(PipelineContext.User));
        await using var engine = await EngineConnection.OpenAsync(CommonOptions.Configuration(parsed));
        try
        {
            await new PipelineSchedules(engine.Client).DeleteAsync(key, cancellationToken);
        }
        catch (RpcException missing) when (missing.Code == RpcException.StatusCode.NotFound)
        {
            throw new StarterException(ExitCodes.NotFound, $"There is no schedule '{name}' of {key.UserId}.");
        }

        await Console.Out.WriteLineAsync($"{name} is deleted. What runs goes on.");
        return ExitCodes.Ok;
    }
}
