using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace TemporalVideo.TypeScript.Tests.Servers;

/// <summary>
/// A node process with a worker and a client of the official SDK, which obeys lines of JSON. It ends when its input does,
/// so it cannot outlive this process.
/// </summary>
internal sealed class TypeScriptProcess : IAsyncDisposable
{
    /// <summary>The task queue of its worker.</summary>
    public const string TaskQueue = "typescript";

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _open = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _errors = new();
    private readonly Process _process;
    private int _lastId;

    private TypeScriptProcess(string targetHost, string bundle)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("node", ["harness/main.js", targetHost, bundle, TaskQueue])
            {
                WorkingDirectory = NodePackage.Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.ErrorDataReceived += (_, line) => TakeError(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _ = ReadAsync();
    }

    /// <summary>Starts the process and waits until its worker polls.</summary>
    public static async Task<TypeScriptProcess> StartAsync(string targetHost)
    {
        var process = new TypeScriptProcess(targetHost, await NodePackage.BundleFileAsync());
        try
        {
            await process._ready.Task;
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives a command; the answer is what it returned.</summary>
    /// <exception cref="InvalidOperationException">The command failed, or the process has ended.</exception>
    public async Task<JsonNode?> CommandAsync(JsonObject command)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _open[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        command["id"] = id;
        var line = Encoding.UTF8.GetBytes(command.ToJsonString() + "\n");
        lock (_process)
        {
            _process.StandardInput.BaseStream.Write(line);
            _process.StandardInput.BaseStream.Flush();
        }

        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var message = JsonNode.Parse(line)!.AsObject();
            if (message.ContainsKey("ready"))
            {
                _ready.TrySetResult();
            }
            else if (_open.TryRemove(message["id"]!.GetValue<int>(), out var answer))
            {
                Complete(answer, message);
            }
        }

        var ended = new InvalidOperationException($"The node process has ended: {Errors}");
        _ready.TrySetException(ended);
        foreach (var answer in _open.Values)
        {
            answer.TrySetException(ended);
        }
    }

    private static void Complete(TaskCompletionSource<JsonNode?> answer, JsonObject message)
    {
        if (message["error"] is { } error)
        {
            answer.TrySetException(new InvalidOperationException(error.GetValue<string>()));
        }
        else
        {
            answer.TrySetResult(message["answer"]);
        }
    }

    private string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    private void TakeError(string? line)
    {
        lock (_errors)
        {
            _errors.AppendLine(line);
        }
    }
}
