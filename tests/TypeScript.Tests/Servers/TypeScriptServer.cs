using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Temporalio.Client;
using TemporalVideo.TypeScript.Tests.Scenarios;

namespace TemporalVideo.TypeScript.Tests.Servers;

/// <summary>A server with a worker of each language, started when the first test asks for it, and what was played on it.</summary>
public abstract class TypeScriptServer : IAsyncLifetime
{
    private readonly Lazy<Task<Company>> _company;
    private readonly ConcurrentDictionary<(string Scenario, Language On), Lazy<Task<Recording>>> _recordings = new();
    private readonly SemaphoreSlim _stage = new(6);

    protected TypeScriptServer() => _company = new(async () => await Company.StartAsync(await StartAsync()));

    /// <summary>Our client.</summary>
    public async Task<TemporalClient> ClientAsync() => (await _company.Value).Client;

    /// <summary>The task queue of a language's worker.</summary>
    public static string TaskQueue(Language language) => language == Language.TypeScript ? TypeScriptProcess.TaskQueue : Company.TaskQueue;

    /// <summary>Plays a scenario by the official client; once, however often it is asked for. The first request sets all of them going.</summary>
    internal Task<Recording> PlayAsync(string scenario, Language on)
    {
        foreach (var name in Reference.Names(on))
        {
            _ = RecordingOf(name, on).Value;
        }

        return RecordingOf(scenario, on).Value;
    }

    /// <summary>Replays histories on the official worker.</summary>
    /// <returns>The failure of each, or null.</returns>
    internal async Task<IReadOnlyList<string?>> ReplayAsync(IEnumerable<Recording> recordings)
    {
        JsonNode?[] histories = [.. recordings.Select(r => new JsonObject { ["workflowId"] = r.WorkflowId, ["history"] = r.Json })];
        var answer = await (await _company.Value).TypeScript.CommandAsync(
            new() { ["command"] = "replay", ["recordings"] = new JsonArray(histories) });
        return [.. answer!.AsArray().Select(error => error?.GetValue<string>())];
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_company.IsValueCreated && _company.Value.IsCompletedSuccessfully)
        {
            await (await _company.Value).DisposeAsync();
        }

        _stage.Dispose();
    }

    /// <summary>Starts a server that knows the search attributes VideoStage (Keyword) and VideoCount (Int).</summary>
    protected abstract Task<(IAsyncDisposable Server, string TargetHost)> StartAsync();

    private Lazy<Task<Recording>> RecordingOf(string scenario, Language on) =>
        _recordings.GetOrAdd((scenario, on), key => new(() => RecordAsync(key.Scenario, key.On)));

    private async Task<Recording> RecordAsync(string scenario, Language on)
    {
        var company = await _company.Value;
        await _stage.WaitAsync();
        try
        {
            var other = on == Language.TypeScript ? Language.CSharp : Language.TypeScript;
            var answer = await company.TypeScript.CommandAsync(new JsonObject
            {
                ["command"] = "play",
                ["scenario"] = scenario,
                ["on"] = TaskQueue(on),
                ["other"] = TaskQueue(other),
            });
            return new(
                answer!["result"]?.ToJsonString() ?? "null",
                answer["workflowId"]!.GetValue<string>(),
                answer["history"]?.GetValue<string>(),
                [.. answer["others"]!.AsArray().Select(other => other!.GetValue<string>())]);
        }
        finally
        {
            _stage.Release();
        }
    }
}
