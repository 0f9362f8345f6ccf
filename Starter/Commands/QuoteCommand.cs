using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Starter.Sessions;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter quote</c>: what a video would cost, agent by agent, without starting anything.</summary>
internal static class QuoteCommand
{
    public static Command Build()
    {
        var command = new Command("quote", "Say what a video of a lesson would cost, agent by agent; nothing is started.");
        VideoOrder.AddTo(command);
        return command.Does(async (parsed, cancellationToken) =>
        {
            var configuration = CommonOptions.Configuration(parsed);
            var input = await VideoOrder.ReadAsync(parsed, configuration, cancellationToken);
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                ? JsonSerializer.Serialize(input.Quote)
                : $"{QuoteText.Of(input.Quote!, input.Settings.Prices)}\nAgent6's clips are joined by "
                    + $"{configuration.Worker.Stitching.Text}.");
            return ExitCodes.Ok;
        });
    }
}
