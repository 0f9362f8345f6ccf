using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Starter.Sessions;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter voices</c>: the voices of this machine.</summary>
internal static class VoicesCommand
{
    private const string Description = "List the voices of this machine and the languages that they read.";

    public static Command Build() => new Command("voices", Description).Does(async (parsed, _) =>
    {
        foreach (var voice in LessonCheck.Voices(CommonOptions.Configuration(parsed)).All)
        {
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                ? JsonSerializer.Serialize(new
                {
                    name = voice.Name,
                    languages = voice.Languages,
                    description = voice.Description,
                    warnings = voice.Warnings,
                })
                : $"{voice.Name,-20} {voice.Description}"
                    + (voice.Languages.Count == 0 ? "" : $"\n{"",-20} reads {string.Join(" ", voice.Languages)}")
                    + string.Concat(voice.Warnings.Select(warning => $"\n{"",-20} {warning}")));
        }

        return ExitCodes.Ok;
    });
}
