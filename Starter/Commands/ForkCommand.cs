using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Sessions;
using TemporalVideo.Sessions.Forks;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Starter.Watching;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary>
/// <c>starter fork</c> and <c>starter edit</c>: a new session of one that has ended, in which everything that stays as it is is taken over.
/// </summary>
internal static class ForkCommand
{
    private static readonly Option<ForkStep> From = new("--from")
    {
        Description = "From which step on everything is made again: story, scenes or videos.",
        Required = true,
    };
    private static readonly Option<bool> QuoteOnly = new("--quote")
    {
        Description = "Say what would be made again and what that costs; nothing is started.",
    };
    private static readonly Option<bool> Interactive = new("--interactive") { Description = "Wait for approval of story and scenes." };
    private static readonly Option<decimal?> CostLimit = new("--cost-limit") { Description = "The most it may cost, in US dollars." };
    private static readonly Option<string?> Name = new("--as") { Description = "Id of the new session; default one of its title." };
    private static readonly Option<bool> Elsewhere = new("--start")
    {
        Description = "Return at once; a worker elsewhere makes it. Default: it is made here.",
    };

    public static Command Build() => Command(
        new Command("fork", "Make a new session of one that has ended, from a step on.") { From },
        (parsed, _) => Task.FromResult(new ForkOrder { From = parsed.GetRequiredValue(From) }));

    public static Command BuildEdit()
    {
        var command = new Command(
            "edit", "Change a video that is finished, in a new session: only what the changes concern is made again.");
        StoryChangeOptions.AddTo(command);
        return Command(command, async (parsed, cancellationToken) => new ForkOrder
        {
            Changes = await StoryChangeOptions.ReadAsync(parsed, cancellationToken),
        });
    }

    private static Command Command(Command command, Func<ParseResult, CancellationToken, Task<ForkOrder>> read)
    {
        foreach (var option in new Option[] { QuoteOnly, Interactive, CostLimit, Name, Elsewhere, OutputFile.Option })
        {
            command.Options.Add(option);
        }

        return SessionCommand.Build(command, async session =>
        {
            var order = await read(session.Parsed, session.CancellationToken) with
            {
                Interactive = session.Parsed.GetValue(Interactive),
                CostLimit = session.Parsed.GetValue(CostLimit),
            };
            try
            {
                return await ForkAsync(session, order);
            }
            catch (ForkRefusedException refused)
            {
                throw new StarterException(ExitCodes.Rejected, refused.Message);
            }
            catch (Exception unusable) when (unusable is StorySourceException or UnusableInputException or ToolMissingException)
            {
                throw new StarterException(ExitCodes.Usage, unusable.Message);
            }
        });
    }

    private static async Task<int> ForkAsync(SessionContext session, ForkOrder order)
    {
        var (parsed, engine, token) = (session.Parsed, session.Engine, session.CancellationToken);
        var json = session.Json;
        var output = OutputFile.Require(parsed);
        var forks = new SessionForks(engine.Client, engine.Configuration, new LessonPlans(engine.Configuration), session.Store);
        var plan = await forks.PlanAsync(session.Session, order, token);
        if (parsed.GetValue(QuoteOnly))
        {
            await Console.Out.WriteLineAsync(json
                ? JsonSerializer.Serialize(new { parts = plan.Parts, quote = plan.Quote })
                : ForkText.Of(plan));
            return ExitCodes.Ok;
        }

        if (!json)
        {
            await Console.Error.WriteLineAsync(ForkText.Of(plan));
        }

        var named = parsed.GetValue(Name);
        var child = named is null || SessionKey.IsValidId(named)
            ? new SessionKey(session.Session.UserId, named ?? SessionSlug.New(plan.Input.Topic!))
            : throw new StarterException(ExitCodes.Usage, $"--as {named}: a session id has letters, digits, '.', '_' and '-'.");
        var start = () => forks.StartAsync(plan, child, Task.FromResult, token);
        if (!parsed.GetValue(Elsewhere))
        {
            return await new RunHere(engine, parsed, output).MakeAsync(child, order.Interactive, start, token);
        }

        var (handle, _) = await start();
        await Console.Out.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { workflowId = handle.Id, userID = child.UserId, sessionID = child.SessionId })
            : $"Started: {handle.Id}\nFollow it: starter watch {child.SessionId}");
        return ExitCodes.Ok;
    }
}
