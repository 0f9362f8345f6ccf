using System.Diagnostics;
using System.Globalization;

namespace TemporalVideo.Benchmarks;

/// <summary>A process with a worker and a client, which obeys orders; see <see cref="LoadServant"/>.</summary>
internal sealed class LoadClient : IAsyncDisposable
{
    private readonly Process _process;

    private LoadClient(Process process) => _process = process;

    /// <summary>Resident memory now, in MiB.</summary>
    public double Memory => Usage.Memory(_process);

    /// <summary>Processor time so far, in milliseconds.</summary>
    public double Processor => Usage.Processor(_process);

    /// <summary>Starts one for the server at an address.</summary>
    public static Task<LoadClient> StartAsync(string targetHost) =>
        StartAsync(Path.Combine(AppContext.BaseDirectory, "bench"), LoadServant.Command, targetHost);

    /// <summary>Gives an order and waits for its figures.</summary>
    public async Task<double[]> OrderAsync(string order)
    {
        await _process.StandardInput.WriteLineAsync(order);
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"The process ended at the order {order}.");
        return [.. answer.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<LoadClient> StartAsync(string program, params string[] arguments)
    {
        var process =
            Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var first = await process.StandardOutput.ReadLineAsync();
        return first == "ready" ? new(process)
            : throw new InvalidOperationException($"{program} said {first ?? "nothing"} instead of ready.");
    }
}
