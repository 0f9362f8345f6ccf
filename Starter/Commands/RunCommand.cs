using System.CommandLine;
using Temporalio.Client;
using TemporalVideo.Hosting.Temporal;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Starter.Watching;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter run</c>: server (unless there is one), worker, session and progress in one process.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var command = new Command(
            "run", "Make a video here and now, with a worker of its own; on the embedded server unless an address is given.");
        VideoOrder.AddTo(command);
        command.Options.Add(OutputFile.Option);
        return command.WithForcedFailures().Does(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (json, verbose) = (parsed.GetValue(CommonOptions.Json), parsed.GetValue(CommonOptions.Verbose));
        var configuration = ForcedFailureOption.Apply(parsed, CommonOptions.Configuration(parsed));
        var output = OutputFile.Require(parsed);

        // The server starts while the lesson is planned.
        Task<EngineConnection>? opening = null;
        var input = await VideoOrder.ReadAsync(
            parsed, configuration, cancellationToken, meanwhile: () => opening = EngineConnection.OpenAsync(configuration));
        await using var engine = await opening!;
        await SearchAttributeSetup.EnsureAsync(engine.Client, engine.Configuration.Engine);
        using var host = WorkerHost.WithWorkers(engine.Client, engine.Configuration, verbose);
        await host.StartAsync(cancellationToken);
        try
        {
            return await MakeAsync(engine, input, json, output, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(engine.IsEmbedded
                ? $"\nStopped here. Nothing is lost: the same command resumes the session {input.Session}; "
                    + "another worker on this data file goes on with it."
                : $"\nDetached from {VideoWorkflowId.Of(input.Session)}. It goes on as long as another worker runs; "
                    + $"the same command resumes it here, 'starter watch {input.Session.SessionId}' follows it.");
            return ExitCodes.Detached;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<int> MakeAsync(
        EngineConnection engine, VideoInput input, bool json, string? output, CancellationToken cancellationToken)
    {
        input = await VideoOrder.WithOwnFilesAsync(input, engine.Configuration, cancellationToken);
        var (handle, resumed) = await SessionStarter.StartAsync(
            engine.Client, engine.Configuration.Engine.LightTaskQueue, input, cancellationToken);
        await TellOthersAsync(engine, handle.Id, cancellationToken);
        if (!json)
        {
            await Console.Error.WriteLineAsync($"{(resumed ? "Resuming" : "Starting")} {handle.Id} on {engine.Place}");
            await TellWebUiAsync(engine, handle.Id);
            if (input.Interactive)
            {
                var session = input.Session.SessionId;
                await Console.Error.WriteLineAsync(
                    $"It waits for you twice. In another terminal: starter status {session}; starter approve story {session}");
            }
        }

        var store = StoreAccess.Open(engine.Configuration);
        await RunViews.Choose(json).ShowAsync(new RunWatcher(handle, new VideoLinks(store), RunViews.Tell).WatchAsync(cancellationToken));
        var code = await RunReport.ResultAsync(handle, store, json, output, cancellationToken);
        if (!json)
        {
            await Console.Error.WriteLineAsync(LookAt(engine, handle.Id, input.Session));
        }

        return code;
    }

    /// <summary>
    /// The worker of this command goes on with every session that was left unfinished: nobody is to find that out by the load.
    /// </summary>
    private static async Task TellOthersAsync(EngineConnection engine, string own, CancellationToken cancellationToken)
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

    private static async Task TellWebUiAsync(EngineConnection engine, string workflowId)
    {
        if (engine.WebUi is { } ui)
        {
            await Console.Error.WriteLineAsync($"In the browser: {ui.Run(workflowId)}");
        }
    }

    private static string LookAt(EngineConnection engine, string workflowId, SessionKey session)
    {
        var settings = engine.Configuration.Engine;
        var kept = Path.GetRelativePath(engine.Configuration.Root, settings.Embedded.DataFile);
        return engine.IsEmbedded
            ? $"  the run    ./run describe {session.SessionId}, or in the browser ./run ui  (kept in {kept})"
            : $"  the run    workflow {workflowId} in namespace {settings.Namespace} of {settings.Address}";
    }
}
