using Spectre.Console;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Watching;

/// <summary>A progress bar for each agent.</summary>
internal sealed class BarsView(IAnsiConsole console) : IRunView
{
    public Task ShowAsync(IAsyncEnumerable<StatusMessage> messages) => console.Progress()
        .AutoClear(false)
        .HideCompleted(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
            new ElapsedTimeColumn())
        .StartAsync(async context =>
        {
            var bars = new Dictionary<AgentName, ProgressTask>();
            await foreach (var message in messages)
            {
                if (!bars.TryGetValue(message.Agent, out var bar))
                {
                    bars[message.Agent] = bar = context.AddTask(message.Agent.ToString());
                }

                Show(bar, message);
            }

            foreach (var bar in bars.Values)
            {
                bar.StopTask();
            }
        });

    private static void Show(ProgressTask bar, StatusMessage message)
    {
        bar.Value = Math.Max(message.Progress ?? 0, message.Status == AgentStatus.Error ? bar.Value : 0);
        bar.Description = $"[{ColourOf(message.Status)}]{message.Agent,-12}[/] {Shortened(message).EscapeMarkup()}";
        if (message.Status is AgentStatus.Finished or AgentStatus.Error)
        {
            bar.StopTask();
        }
    }

    private static string Shortened(StatusMessage message)
    {
        var text = message.Reason ?? message.Message ?? message.Status.ToString().ToLowerInvariant();
        return text.Length <= 44 ? text.PadRight(44) : text[..43] + "…";
    }

    private static string ColourOf(AgentStatus status) => status switch
    {
        AgentStatus.Finished => "green",
        AgentStatus.Error => "red",
        AgentStatus.Processing => "yellow",
        _ => "grey",
    };
}
