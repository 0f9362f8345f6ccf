using System.Collections.Concurrent;
using System.Diagnostics;

namespace TemporalVideo.Tests.Support;

/// <summary>A program beside the tests that serves until it is disposed of.</summary>
public sealed class ToolProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private ToolProcess(string program, IEnumerable<string> arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts a program and waits until it serves.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="serves">Asks it; false means not yet.</param>
    /// <param name="limit">How long it may take.</param>
    /// <exception cref="InvalidOperationException">It ended or did not serve in time; the message holds what it said.</exception>
    public static async Task<ToolProcess> StartAsync(string program, IEnumerable<string> arguments, Func<Task<bool>> serves, TimeSpan limit)
    {
        var process = new ToolProcess(program, arguments);
        try
        {
            for (var waited = Stopwatch.StartNew(); !await serves(); await Task.Delay(50))
            {
                if (process._process.HasExited || waited.Elapsed > limit)
                {
                    throw new InvalidOperationException($"{Path.GetFileName(program)} did not start: {string.Join('\n', process._output)}");
                }
            }

            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks a program that speaks HTTP; false while it cannot be reached.</summary>
    /// <param name="http">The client.</param>
    /// <param name="path">What it answers once it serves.</param>
    public static async Task<bool> AnswersAsync(HttpClient http, string path)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Kills the program and what it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
