using System.Collections.Concurrent;
using System.Diagnostics;

namespace TemporalVideo.DevServer.Tests.Durability;

/// <summary>A process of DevServer.Host that can be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _serves;
    private readonly ConcurrentQueue<string> _errors = new();

    private HostProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            if (!string.IsNullOrEmpty(line.Data))
            {
                _errors.Enqueue(line.Data);
            }
        };
        _process.BeginErrorReadLine();
        _serves = ReadAsync();
    }

    /// <summary>What it wrote to its error output.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts the program; it works from when it says a line.</summary>
    public static HostProcess Start(params IEnumerable<string> arguments)
    {
        var host = AppContext.BaseDirectory.Replace("DevServer.Tests", "DevServer.Host", StringComparison.Ordinal);
        return new HostProcess(Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(host, "DevServer.Host.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Waits until the program says that it works.</summary>
    public Task UntilServesAsync() => _serves;

    /// <summary>Memory that it holds now, in bytes.</summary>
    public long WorkingSet()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    /// <summary>Ends the process without any chance to tidy up.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await Task.WhenAny(_serves);
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync() is null)
        {
            throw new InvalidOperationException($"The process did not start: {string.Join('\n', _errors)}");
        }
    }
}
