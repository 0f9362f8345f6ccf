using Temporalio.Client;
using Temporalio.Worker;
using TemporalVideo.TypeScript.Tests.Workflows;

namespace TemporalVideo.TypeScript.Tests.Servers;

/// <summary>A server, our client, our worker and the process of the official SDK.</summary>
internal sealed class Company : IAsyncDisposable
{
    /// <summary>The task queue of our worker.</summary>
    public const string TaskQueue = "csharp";

    private readonly IAsyncDisposable _server;
    private readonly TemporalWorker _worker;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private Company(IAsyncDisposable server, TemporalClient client, TypeScriptProcess typeScript)
    {
        _server = server;
        Client = client;
        TypeScript = typeScript;
        _worker = new(client, Twins.WorkerOptions(TaskQueue));
        _running = _worker.ExecuteAsync(_stop.Token);
    }

    public TemporalClient Client { get; }

    public TypeScriptProcess TypeScript { get; }

    /// <summary>Brings all together around a server.</summary>
    public static async Task<Company> StartAsync((IAsyncDisposable Server, string TargetHost) place)
    {
        try
        {
            return new(place.Server, await TemporalClient.ConnectAsync(new(place.TargetHost)), await TypeScriptProcess.StartAsync(place.TargetHost));
        }
        catch
        {
            await place.Server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await TypeScript.DisposeAsync();
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
        }

        _worker.Dispose();
        (Client.Connection as IDisposable)?.Dispose();
        await _server.DisposeAsync();
        _stop.Dispose();
    }
}
