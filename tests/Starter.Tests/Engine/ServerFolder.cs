using System.Diagnostics;
using TemporalVideo.DevServer;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Starter.Tests.Engine;

/// <summary>A product folder of its own; the server that is started for its data file ends with it.</summary>
internal sealed class ServerFolder : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ConfiguredFolder _folder = new();

    public ServerFolder(int idleSeconds = 60, string port = "auto")
    {
        _folder.Replace("temporal-dev.yaml", "idle_seconds: 60", $"idle_seconds: {idleSeconds}");
        _folder.Replace("temporal-dev.yaml", "  port: auto", $"  port: {port}");
    }

    public string Root => _folder.Root;

    public string DataFile => _folder.PathOf("out/temporal.db");

    public ProductConfiguration Configuration => ProductConfiguration.Read(Root, _ => null);

    /// <summary>The record of the server that lives; null when none does.</summary>
    public ServerRecord? Living => DataFileLock.IsHeld(DataFile) ? ServerRecord.Read(DataFile) : null;

    /// <summary>The processes that serve this folder.</summary>
    public IReadOnlyList<int> Servers() =>
        [.. Process.GetProcessesByName("starter").Select(process => process.Id).Where(id => CommandLine(id) is { } line
            && line.Contains("dev-server", StringComparison.Ordinal) && line.Contains(Root, StringComparison.Ordinal))];

    /// <summary>Kills the server as <c>kill -9</c> does.</summary>
    public async Task KillServerAsync()
    {
        using var server = Process.GetProcessById(ServerRecord.Read(DataFile)!.ProcessId);
        server.Kill();
        await UntilAsync(() => !DataFileLock.IsHeld(DataFile));
    }

    /// <summary>Runs <c>starter ARGUMENTS</c> to its end.</summary>
    public async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "starter"), [.. arguments, "--root", Root])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Limit);
        return (process.ExitCode, await output, await errors);
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public void Dispose()
    {
        foreach (var id in Servers())
        {
            using var server = Process.GetProcessById(id);
            server.Kill();
            server.WaitForExit();
        }

        _folder.Dispose();
    }

    private static string? CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            // It has just ended.
            return null;
        }
    }
}
