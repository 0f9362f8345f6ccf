using System.CommandLine;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter decide</c>: says what is done with steps that have failed and wait for a person.</summary>
internal static class DecideCommand
{
    private static readonly Argument<StepChoice> Choice = new("choice") { Description = "retry, edit, skip, fallback or fail." };
    private static readonly Option<string[]> Step = new("--step")
    {
        Description = "Only this step, as 'starter status' names it; may be given several times. Default all that wait.",
    };

    private static readonly Option<string?> Text = new("--text")
    {
        Description = "With edit: what the segment says, or what its picture shows, in place of what could not be made.",
    };

    private static readonly Option<decimal?> CostLimit = new("--cost-limit")
    {
        Description = "With retry: raise what the session may cost, in US dollars.",
    };

    private static readonly Option<string?> Paid = new Option<string?>("--paid")
    {
        Description = "With retry of a call whose answer was lost: whether the provider's account shows it as paid, yes or no.",
    }.AcceptOnlyFromAmong("yes", "no");

    public static Command Build() => SessionCommand.Build(
        new Command("decide", "Say what is done with steps that have failed and wait for a person.")
        {
            Choice, Step, Text, CostLimit, Paid,
        },
        async session =>
        {
            await SessionUpdate.RequireAsync(session, "decided on");
            var decision = new Decision
            {
                Choice = session.Parsed.GetRequiredValue(Choice),
                Steps = session.Parsed.GetValue(Step) ?? [],
                Text = session.Parsed.GetValue(Text),
                CostLimit = session.Parsed.GetValue(CostLimit),
                Paid = session.Parsed.GetValue(Paid) is { } paid ? paid == "yes" : null,
                By = Environment.UserName,
            };
            if (decision is { CostLimit: not null, Choice: not StepChoice.Retry })
            {
                throw new StarterException(ExitCodes.Usage, "--cost-limit goes with retry.");
            }

            if (decision.Choice == StepChoice.Edit != decision.Text is not null)
            {
                throw new StarterException(ExitCodes.Usage, "edit needs the new words, --text, which go with nothing else.");
            }

            await SessionUpdate.SendAsync(session, workflow => workflow.DecideAsync(decision));
            await Console.Out.WriteLineAsync($"Decided: {decision.Choice.ToString().ToLowerInvariant()}.");
            return ExitCodes.Ok;
        });
}
