using System.CommandLine;
using Temporalio.Client;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Starter.Watching;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary>Starts a session, makes it with a worker of its own, and shows its progress to the end.</summary>
/// <param name="engine">The server.</param>
/// <param name="parsed">The command line.</param>
/// <param name="output">Where a copy of the video is wanted; null: nowhere.</param>
internal sealed class RunHere(EngineConnection engine, ParseResult parsed, string? output)
{
    private readonly bool _json = parsed.GetValue(CommonOptions.Json);

    /// <summary>Makes it.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="interactive">Whether it waits for a person.</param>
    /// <param name="start">Starts it, or finds it running.</param>
    /// <param name="cancellationToken">Leaves it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> MakeAsync(
        SessionKey session,
        bool interactive,
        Func<Task<(WorkflowHandle<VideoWorkflow, VideoResult> Handle, bool Resumed)>> start,
        CancellationToken cancellationToken)
    {
        await using var worker = await WorkerHere.StartAsync(engine, parsed.GetValue(CommonOptions.Verbose), cancellationToken);
        try
        {
            var (handle, resumed) = await start();
            return await FollowAsync(handle, resumed, session, interactive, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(engine.IsEmbedded
                ? $"\nStopped here. Nothing is lost: the same command resumes the session {session}; "
                    + "another worker on this data file goes on with it."
                : $"\nDetached from {VideoWorkflowId.Of(session)}. It goes on as long as another worker runs; "
                    + $"the same command resumes it here, 'starter watch {session.SessionId}' follows it.");
            return ExitCodes.Detached;
        }
    }

    private async Task<int> FollowAsync(
        WorkflowHandle<VideoWorkflow, VideoResult> handle, bool resumed, SessionKey session, bool interactive,
        CancellationToken cancellationToken)
    {
        await TellOthersAsync(handle.Id, cancellationToken);
        if (!_json)
        {
            await Console.Error.WriteLineAsync($"{(resumed ? "Resuming" : "Starting")} {handle.Id} on {engine.Place}");
            await TellWebUiAsync(handle.Id);
            if (interactive)
            {
                var id = session.SessionId;
                await Console.Error.WriteLineAsync(
                    $"It waits for you twice. In another terminal: starter status {id}; starter approve story {id}");
            }
        }

        var store = StoreAccess.Open(engine.Configuration);
        await RunViews.Choose(_json).ShowAsync(
            new RunWatcher(handle, new VideoLinks(store), RunViews.Tell).WatchAsync(cancellationToken));
        var code = await RunReport.ResultAsync(handle, store, _json, output, cancellationToken);
        if (!_json)
        {
            await Console.Error.WriteLineAsync(LookAt(handle.Id, session));
        }

        return code;
    }

    /// <summary>
    /// The worker of this command goes on with every session that was left unfinished: nobody is to find that out by the load.
    /// </summary>
    private async Task TellOthersAsync(string own, CancellationToken cancellationToken)
    {
        var options = new WorkflowListOptions { Rpc = new RpcOptions { CancellationToken = cancellationToken } };
        var unfinished = $"WorkflowType = '{VideoWorkflowNames.Workflow}' AND ExecutionStatus = 'Running'";
        await foreach (var other in engine.Client.ListWorkflowsAsync(unfinished, options))
        {
            if (other.Id != own)
            {
                await Console.Error.WriteLineAsync($"Unfinished and going on as well: {other.Id}  ('starter cancel {other.Id}' ends it)");
            }
        }
    }

    private async Task TellWebUiAsync(string workflowId)
    {
        if (engine.WebUi is { } ui)
        {
            await Console.Error.WriteLineAsync($"In the browser: {ui.Run(workflowId)}");
        }
    }

    private string LookAt(string workflowId, SessionKey session)
    {
        var settings = engine.Configuration.Engine;
        var kept = Path.GetRelativePath(engine.Configuration.Root, settings.Embedded.DataFile);
        return engine.IsEmbedded
            ? $"  the run    ./run describe {session.SessionId}, or in the browser ./run ui  (kept in {kept})"
            : $"  the run    workflow {workflowId} in namespace {settings.Namespace} of {settings.Address}";
    }
}
