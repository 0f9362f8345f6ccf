using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter plan</c>: what a video of a lesson would say and show, in a moment and without making it.</summary>
internal static class PlanCommand
{
    private static readonly Option<string?> Out =
        new("--out") { Description = "Folder that receives one still (PNG) per segment; is made when it is not there." };

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build()
    {
        var command =
            new Command("plan", "Show what a video of a lesson would say and show, and what would not be in it, without making it.");
        VideoOrder.AddTo(command);
        command.Options.Add(Out);
        return command.Does(async (parsed, cancellationToken) =>
        {
            var configuration = CommonOptions.Configuration(parsed);
            var input = await VideoOrder.ReadAsync(parsed, configuration, cancellationToken, tell: false);
            var story = await StoryFormulas.CheckAsync(
                await LessonCheck.PlanAsync(input, configuration, cancellationToken), cancellationToken);
            var pictograms = await StoryPictograms.OfAsync(story, cancellationToken);
            var quality = QualityReport.Of(new QualityEvidence
            {
                Story = story,
                Source = input.SourceKind == SourceKind.Lesson ? input.Source : null,
                Pictograms = pictograms,
            });
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                ? JsonOf(story, pictograms, quality) : PlanText.Of(story, quality));
            if (parsed.GetValue(Out) is { Length: > 0 } folder)
            {
                await DrawAsync(story, Path.GetFullPath(folder), cancellationToken);
            }

            var voice = await LessonCheck.VoiceOfAsync(story, configuration, cancellationToken);
            if (!parsed.GetValue(CommonOptions.Json))
            {
                await Console.Out.WriteLineAsync($"\nVoice: {voice.Name} ({voice.Description})");
            }

            foreach (var warning in LessonPlans.WarningsOf(story, input.TargetSeconds, voice))
            {
                await Console.Error.WriteLineAsync(warning);
            }

            return ExitCodes.Ok;
        });
    }

    /// <summary>The story, and beside it the pictograms that its pictures would have, and how good it would be.</summary>
    private static string JsonOf(
        Story story, IReadOnlyDictionary<string, IReadOnlyList<ShownPictogram>> pictograms, QualityReport quality)
    {
        var plan = JsonSerializer.SerializeToNode(story, Json)!.AsObject();
        plan["pictograms"] = JsonSerializer.SerializeToNode(pictograms, Json);
        plan["quality"] = JsonSerializer.SerializeToNode(quality, Json);
        return plan.ToJsonString(Json);
    }

    private static async Task DrawAsync(Story story, string folder, CancellationToken cancellationToken)
    {
        try
        {
            var files = await StoryStills.DrawAsync(story, folder, cancellationToken);
            await Console.Error.WriteLineAsync($"{Counted.Of(files.Count, "still")} in {folder}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StarterException(ExitCodes.Usage, $"--out {folder}: {exception.Message}");
        }
    }
}
