using Spectre.Console;

namespace TemporalVideo.Starter.Watching;

/// <summary>Chooses how a run is shown.</summary>
internal static class RunViews
{
    /// <summary>Writes a line beside what a view shows: to standard error, and above the bars where there are bars.</summary>
    public static void Tell(string line)
    {
        if (HasBars)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]{line}[/]");
        }
        else
        {
            Console.Error.WriteLine(line);
        }
    }

    private static bool HasBars => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;

    /// <summary>JSON when asked for, bars on a terminal, lines otherwise.</summary>
    public static IRunView Choose(bool json) =>
        json ? new JsonView(Console.Out)
        : HasBars ? new BarsView(AnsiConsole.Console)
        : new LinesView(Console.Out);
}
