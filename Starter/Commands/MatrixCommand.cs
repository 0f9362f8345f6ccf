using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary>
/// <c>starter matrix</c>: a video of each length, archetype and level of creativity, one after the other, and a table of them (R-C7).
/// </summary>
internal static class MatrixCommand
{
    private static readonly Argument<string> Source = new("lesson-or-topic") { Description = "What the videos are made of." };
    private static readonly Option<string[]> Only = new("--case")
    {
        Description = "Only this case, by its name in the table; may be given several times. Default all.",
    };

    public static Command Build() => new Command(
        "matrix", "Make a video of each length, archetype and level of creativity, and print success, score, cost and time.")
    {
        Source, Only,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = CommonOptions.Configuration(parsed);
        var cases = Chosen(MatrixCase.All(configuration), parsed.GetValue(Only) ?? []);

        // All orders are read before the first is made: what cannot be made is said at once.
        var run = $"matrix-{DateTime.UtcNow:MMdd-HHmmss}";
        var orders = new List<(MatrixCase Case, VideoInput Input)>();
        foreach (var each in cases)
        {
            orders.Add((each, await OrderAsync(parsed.GetRequiredValue(Source), each, run, configuration, cancellationToken)));
        }

        await using var engine = await EngineConnection.OpenAsync(configuration);
        await using var worker = await WorkerHere.StartAsync(engine, parsed.GetValue(CommonOptions.Verbose), cancellationToken);
        var json = parsed.GetValue(CommonOptions.Json);
        if (!json)
        {
            await Console.Out.WriteLineAsync(MatrixLine.Heading);
        }

        var failed = 0;
        foreach (var (each, input) in orders)
        {
            var line = await MakeAsync(engine, each, input, cancellationToken);
            await Console.Out.WriteLineAsync(json ? JsonSerializer.Serialize(line) : line.Text);
            failed += line.Succeeded ? 0 : 1;
        }

        return failed == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static IReadOnlyList<MatrixCase> Chosen(IReadOnlyList<MatrixCase> all, string[] names)
    {
        if (names.Except(all.Select(each => each.Name)).FirstOrDefault() is { } unknown)
        {
            throw new StarterException(
                ExitCodes.Usage, $"--case {unknown}: expected one of {string.Join(", ", all.Select(each => each.Name))}.");
        }

        return names.Length == 0 ? all : [.. all.Where(each => names.Contains(each.Name))];
    }

    /// <summary>An order is read as if a person had written it.</summary>
    private static async Task<VideoInput> OrderAsync(
        string source, MatrixCase each, string run, ProductConfiguration configuration, CancellationToken cancellationToken)
    {
        var order = new Command("run");
        VideoOrder.AddTo(order);
        string[] words = [source, .. each.Options, "--session", $"{run}-{each.Name}"];
        return await VideoOrder.ReadAsync(order.Parse(words), configuration, cancellationToken);
    }

    private static async Task<MatrixLine> MakeAsync(
        EngineConnection engine, MatrixCase each, VideoInput input, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var (handle, _) = await SessionStarter.StartAsync(
            engine.Client,
            engine.Configuration.Engine.LightTaskQueue,
            await VideoOrder.WithOwnFilesAsync(input, engine.Configuration, cancellationToken),
            cancellationToken);
        try
        {
            var result = await handle.GetResultAsync(rpcOptions: new RpcOptions { CancellationToken = cancellationToken });
            return new MatrixLine(
                each.Name, input.Session.SessionId, result.ComposedBy == AgentName.Agent6 ? "fallback" : "finished", each.Seconds,
                result.Seconds, result.Conform, result.Quality, result.Cost.Charged, result.Cost.Estimate, result.TookSeconds);
        }
        catch (WorkflowFailedException failure)
        {
            var cost = await handle.QueryAsync((VideoWorkflow workflow) => workflow.Cost());
            return new MatrixLine(
                each.Name, input.Session.SessionId, "failed", each.Seconds, null, null, null, cost.Charged, cost.Estimate,
                clock.Elapsed.TotalSeconds, failure.InnerException?.Message ?? failure.Message);
        }
    }
}
