using System.CommandLine;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter worker</c>: a worker alone, until Ctrl-C.</summary>
internal static class WorkerCommand
{
    public static Command Build() =>
        new Command("worker", "Run a worker until Ctrl-C; as many as there are machines may run.").WithForcedFailures().Does(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var verbose = parsed.GetValue(CommonOptions.Verbose);
        await using var engine = await EngineConnection.OpenAsync(ForcedFailureOption.Apply(parsed, CommonOptions.Configuration(parsed)));
        await using var worker = await WorkerHere.StartAsync(engine, verbose, cancellationToken);
        var queues = engine.Configuration.Engine;
        await Console.Out.WriteLineAsync(
            $"Working for {engine.Place}, namespace {queues.Namespace}, task queues {queues.LightTaskQueue} and {queues.RenderTaskQueue}");
        await Shutdown.RequestedAsync(cancellationToken);
        return ExitCodes.Ok;
    }
}
