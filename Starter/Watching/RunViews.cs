using Spectre.Console;

namespace TemporalVideo.Starter.Watching;

/// <summary>Chooses how a run is shown.</summary>
internal static class RunViews
{
    /// <summary>JSON when asked for, bars on a terminal, lines otherwise.</summary>
    public static IRunView Choose(bool json) =>
        json ? new JsonView(Console.Out)
        : AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected ? new BarsView(AnsiConsole.Console)
        : new LinesView(Console.Out);
}
