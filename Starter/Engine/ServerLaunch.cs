using System.Diagnostics;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Starter.Engine;

/// <summary>
/// The embedded server in a process of its own that outlives this one: in a session of its own, out of reach of the terminal's Ctrl-C.
/// </summary>
internal sealed class ServerLaunch : IDisposable
{
    /// <summary>The shell puts input and output away; a signal that comes before the new session is not to be heard either.</summary>
    private const string Script = """trap '' INT HUP QUIT; exec setsid "$@" </dev/null >>"$0" 2>&1""";

    private const long LongestLog = 1024 * 1024;

    private readonly Process _process;
    private readonly long _begin;

    private ServerLaunch(Process process, string log, long begin) => (_process, Log, _begin) = (process, log, begin);

    /// <summary>The file that the server logs into.</summary>
    public string Log { get; }

    /// <summary>Whether it has ended: it failed, or another was first.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Whether it has ended, and not because nobody came to use it.</summary>
    public bool HasFailed => _process.HasExited && _process.ExitCode != ExitCodes.Ok;

    /// <summary>What it said since it was started.</summary>
    public string Said
    {
        get
        {
            using var log = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            log.Position = Math.Min(_begin, log.Length);
            using var reader = new StreamReader(log);
            return reader.ReadToEnd().Trim();
        }
    }

    /// <summary>The log of the server of a data file.</summary>
    public static string LogOf(string dataFile) => dataFile + ".log";

    /// <summary>Starts a server; whether it serves is seen at its lock and its record.</summary>
    /// <param name="configuration">Whose server.</param>
    /// <exception cref="IOException">The log cannot be written.</exception>
    public static ServerLaunch Start(ProductConfiguration configuration)
    {
        var engine = configuration.Engine;
        var log = LogOf(engine.Embedded.DataFile);
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = configuration.Root };
        var program = Path.Combine(AppContext.BaseDirectory, "starter");
        foreach (var argument in (string[])
            ["-c", Script, log, program, "dev-server", "--until-idle", "--root", configuration.Root, "--namespace", engine.Namespace])
        {
            start.ArgumentList.Add(argument);
        }

        var begin = Begin(log);
        return new ServerLaunch(Process.Start(start)!, log, begin);
    }

    public void Dispose() => _process.Dispose();

    private static long Begin(string log)
    {
        if (File.Exists(log) && new FileInfo(log).Length > LongestLog)
        {
            File.Move(log, log + ".old", overwrite: true);
        }

        using var file = new FileStream(log, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        return file.Length;
    }
}
