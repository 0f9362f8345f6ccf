using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace TemporalVideo.Studio.Film;

/// <summary>Runs command-line tools other than ffmpeg, through <see href="https://github.com/Tyrrrz/CliWrap">CliWrap</see>.</summary>
public static class ExternalTool
{
    /// <summary>Whether a program of this name is in <c>PATH</c>.</summary>
    /// <param name="program">A bare name, such as <c>flite</c>.</param>
    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    /// <summary>Runs a tool to its end.</summary>
    /// <param name="program">A bare name, looked up in <c>PATH</c>.</param>
    /// <param name="arguments">One element each; no shell reads them.</param>
    /// <param name="cancellationToken">Kills the tool with all processes it has started.</param>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="ToolFailedException">It ended with an exit code other than 0.</exception>
    /// <exception cref="ToolMissingException">It is not installed.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            var result = await Cli.Wrap(program).WithArguments(arguments).WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellationToken);
            return result.IsSuccess
                ? result.StandardOutput
                : throw new ToolFailedException(program, result.ExitCode, result.StandardError.Split('\n'), tryAgain: true);
        }
        catch (Win32Exception exception)
        {
            throw new ToolMissingException(program, exception);
        }
    }

    /// <summary>Sees to it that a program is there.</summary>
    /// <param name="program">A bare name, looked up in <c>PATH</c>.</param>
    /// <exception cref="ToolMissingException">It is not installed.</exception>
    internal static void Require(string program)
    {
        if (!IsInstalled(program))
        {
            throw new ToolMissingException(program, new FileNotFoundException("it is not in PATH"));
        }
    }
}
