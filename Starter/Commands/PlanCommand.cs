using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using TemporalVideo.Starter.Sessions;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter plan</c>: what a video of a lesson would say and show, in a moment and without making it.</summary>
internal static class PlanCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build()
    {
        var command = new Command("plan", "Show what a video of a lesson would say and show, and what would not be in it, without making it.");
        VideoOrder.AddTo(command);
        return command.Does(async (parsed, cancellationToken) =>
        {
            var configuration = CommonOptions.Configuration(parsed);
            var input = await VideoOrder.ReadAsync(parsed, configuration, cancellationToken, tell: false);
            var story = await LessonCheck.PlanAsync(input, configuration, cancellationToken);
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json) ? JsonSerializer.Serialize(story, Json) : PlanText.Of(story));
            return ExitCodes.Ok;
        });
    }
}
