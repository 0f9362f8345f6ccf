using System.CommandLine;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter config check</c>: whether the configuration is right, without starting anything.</summary>
internal static class ConfigCommand
{
    public static Command Build() => new("config", "What the configuration says.")
    {
        new Command("check", "Check all files of the configuration; all faults are told at once, each with its file and line.").Does(
            async (parsed, _) =>
            {
                var configuration = CommonOptions.Configuration(parsed);
                var files = Directory.EnumerateFiles(Path.Combine(configuration.Root, "config"), "*.yaml", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(configuration.Root, file)).Order(StringComparer.Ordinal);
                await Console.Out.WriteLineAsync($"All is right in {string.Join(", ", files.Prepend("temporal-dev.yaml"))}.");
                await Console.Out.WriteLineAsync($"Agent6's clips are joined by {configuration.Worker.Stitching.Text}.");
                foreach (var choice in configuration.Providers.Choices)
                {
                    await Console.Out.WriteLineAsync(choice.Text);
                }

                return ExitCodes.Ok;
            }),
    };
}
