using System.Diagnostics;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Durability;

/// <summary>An embedded server in a process of its own that can be killed and started again on the same file and port.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"durability-{Guid.NewGuid():N}.db");
    private readonly int _port = FreePort.Next();
    private Process? _process;

    public string TargetHost => $"127.0.0.1:{_port}";

    /// <summary>Starts the server and waits until it serves.</summary>
    public async Task StartAsync()
    {
        var host = AppContext.BaseDirectory.Replace("DevServer.Tests", "DevServer.Host", StringComparison.Ordinal);
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(host, "DevServer.Host.dll"), $"{_port}", _file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var line = await _process.StandardOutput.ReadLineAsync();
        line.Should().Be(TargetHost, "the server starts; it said {0}", line is null ? await _process.StandardError.ReadToEndAsync() : line);
    }

    /// <summary>Ends the process without any chance to tidy up.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(_file + suffix);
        }
    }
}
