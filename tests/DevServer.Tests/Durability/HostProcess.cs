using System.Diagnostics;

namespace TemporalVideo.DevServer.Tests.Durability;

/// <summary>A process of DevServer.Host that can be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _serves;

    private HostProcess(Process process)
    {
        _process = process;
        _serves = ReadAsync();
    }

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
            throw new InvalidOperationException($"The process did not start: {await _process.StandardError.ReadToEndAsync()}");
        }
    }
}
