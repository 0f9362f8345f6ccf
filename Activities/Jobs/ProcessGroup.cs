using System.Diagnostics;
using System.Globalization;

namespace TemporalVideo.Activities.Jobs;

/// <summary>
/// Runs a program in a process group of its own. A watcher in the group reads a pipe that this process holds, and kills the whole group
/// when the pipe closes: at the end, at a stop, and when this process is killed.
/// </summary>
internal static class ProcessGroup
{
    /// <summary>Processes that have left the group may hold its output open.</summary>
    private static readonly TimeSpan PatienceForOutput = TimeSpan.FromSeconds(10);

    private const string Script =
        """
        exec 3<&0 </dev/null 2>&1
        code=$1; shift
        (cat <&3 >/dev/null; kill -KILL 0) &
        "$@" 3<&- &
        wait $!
        echo $? >"$code"
        kill -KILL 0
        """;

    /// <summary>Runs it to its end; nothing of the group lives on then.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">All that it finds in its environment.</param>
    /// <param name="codeFile">A file outside of the folder for its exit code.</param>
    /// <param name="read">Reads standard output and error.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <returns>Its exit code; 137 where it was killed with its group.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> command,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        string codeFile,
        Func<StreamReader, Task> read,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in new[] { "sh", "-c", Script, "job", codeFile }.Concat(command))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var reading = read(process.StandardOutput);
        try
        {
            await using (cancellationToken.Register(process.StandardInput.Close))
            {
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
        finally
        {
            process.StandardInput.Close();
        }

        if (await Task.WhenAny(reading, Task.Delay(PatienceForOutput, CancellationToken.None)) == reading)
        {
            await reading;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return File.Exists(codeFile) && int.TryParse(
            await File.ReadAllTextAsync(codeFile, CancellationToken.None), CultureInfo.InvariantCulture, out var code) ? code : 137;
    }
}
