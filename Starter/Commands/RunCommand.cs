using System.CommandLine;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Starter.Watching;

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
        var configuration = ForcedFailureOption.Apply(parsed, CommonOptions.Configuration(parsed));
        var output = OutputFile.Require(parsed);

        // The server starts while the lesson is planned.
        Task<EngineConnection>? opening = null;
        var input = await VideoOrder.ReadAsync(
            parsed, configuration, cancellationToken, meanwhile: () => opening = EngineConnection.OpenAsync(configuration));
        await using var engine = await opening!;
        return await new RunHere(engine, parsed, output).MakeAsync(
            input.Session,
            input.Interactive,
            async () => await SessionStarter.StartAsync(
                engine.Client,
                engine.Configuration.Engine.LightTaskQueue,
                await VideoOrder.WithOwnFilesAsync(
                    input, engine.Configuration, cancellationToken, BrandOptions.FilesOf(parsed, input)),
                cancellationToken),
            cancellationToken);
    }
}
