using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>The starter as a process of its own, which a test can kill.</summary>
internal sealed class StarterProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly string Program = Path.Combine(TestPaths.RepositoryRoot, "Starter", "bin", Configuration, "net10.0", "starter");

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly StringBuilder _errors = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StarterProcess(Process process) => _process = process;

    /// <summary>Starts <c>starter ARGUMENTS</c> with a root folder of its own.</summary>
    public static StarterProcess Start(ProductFolder folder, params string[] arguments)
    {
        // As in a terminal, each command has a process group of its own and hears Ctrl-C; what runs in the background of a shell does not.
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder.Root,
        };
        foreach (var argument in (string[])["env", "--default-signal=INT", Program, .. arguments, "--root", folder.Root])
        {
            start.ArgumentList.Add(argument);
        }

        string[] foreign = ["TEMPORAL_", "PG"];
        foreach (var name in start.Environment.Keys.Where(name => foreign.Any(name.StartsWith)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in folder.Variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["TMPDIR"] = folder.Temporary;
        var starter = new StarterProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        starter._process.OutputDataReceived += (_, line) => starter.Take(line.Data);
        starter._process.ErrorDataReceived += (_, line) => starter.TakeError(line.Data);
        starter._process.Exited += (_, _) => starter.Take(null);
        starter._process.Start();
        starter._process.BeginOutputReadLine();
        starter._process.BeginErrorReadLine();
        return starter;
    }

    /// <summary>Runs <c>starter ARGUMENTS</c> to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(ProductFolder folder, params string[] arguments)
    {
        await using var process = Start(folder, arguments);
        var code = await process.ExitAsync();
        return (code, process.Output, process.Errors);
    }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    public string Errors
    {
        get
        {
            lock (_output)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>The status messages it has written with <c>--json</c>.</summary>
    public IReadOnlyList<StatusMessage> Messages =>
        [.. Lines().Where(line => line.Contains("\"agentnumber\"", StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<StatusMessage>(line)!)];

    /// <summary>The result it has written with <c>--json</c>.</summary>
    public VideoResult Result =>
        JsonSerializer.Deserialize<VideoResult>(Lines().Single(line => line.Contains("\"VideoUrl\"", StringComparison.Ordinal)))!;

    /// <summary>Waits until a line of output fits.</summary>
    public async Task WaitForAsync(Func<string, bool> fits)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var news = Volatile.Read(ref _news).Task;
            if (Lines().Any(fits))
            {
                return;
            }

            if (_process.HasExited)
            {
                throw new InvalidOperationException(
                    $"The starter ended with code {_process.ExitCode} before the line came.\n{Output}\n{Errors}");
            }

            await news.WaitAsync(limit.Token);
        }
    }

    /// <summary>Waits until a status message fits.</summary>
    public Task WaitForMessageAsync(Func<StatusMessage, bool> fits) => WaitForAsync(line =>
        line.Contains("\"agentnumber\"", StringComparison.Ordinal) && fits(JsonSerializer.Deserialize<StatusMessage>(line)!));

    /// <summary>Kills the process as <c>kill -9</c> does; the server and the tools that it has started go on.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Does what Ctrl-C does to a command of a terminal: it interrupts the process and all of its group.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", "--", $"-{_process.Id}"]);
        await kill.WaitForExitAsync();
        kill.ExitCode.Should().Be(0, "the group is to be there");
    }

    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    /// <summary>Debug or Release, as the tests themselves: they lie in <c>bin/CONFIGURATION/net10.0</c>.</summary>
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private List<string> Lines()
    {
        lock (_output)
        {
            return [.. _output];
        }
    }

    private void Take(string? line)
    {
        lock (_output)
        {
            if (line is not null)
            {
                _output.Add(line);
            }
        }

        Interlocked.Exchange(ref _news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    private void TakeError(string? line)
    {
        lock (_output)
        {
            _errors.AppendLine(line);
        }
    }
}
