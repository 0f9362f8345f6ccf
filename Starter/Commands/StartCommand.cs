using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Hosting.Temporal;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Starter.Sessions;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter start</c>: orders a video from the workers that run elsewhere.</summary>
internal static class StartCommand
{
    public static Command Build()
    {
        var command = new Command("start", "Order a video and return at once; a worker elsewhere makes it.");
        VideoOrder.AddTo(command);
        return command.Does(StartAsync);
    }

    private static async Task<int> StartAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = CommonOptions.Configuration(parsed);

        // The server starts while the lesson is planned.
        Task<EngineConnection>? opening = null;
        var input = await VideoOrder.ReadAsync(
            parsed, configuration, cancellationToken, meanwhile: () => opening = EngineConnection.OpenAsync(configuration));
        await using var engine = await opening!;
        await SearchAttributeSetup.EnsureAsync(engine.Client, engine.Configuration.Engine);
        input = await VideoOrder.WithOwnFilesAsync(
            input, engine.Configuration, cancellationToken, BrandOptions.FilesOf(parsed, input));
        var (handle, resumed) = await SessionStarter.StartAsync(
            engine.Client, engine.Configuration.Engine.LightTaskQueue, input, cancellationToken);
        await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
            ? JsonSerializer.Serialize(
                new { workflowId = handle.Id, userID = input.Session.UserId, sessionID = input.Session.SessionId, resumed })
            : $"{(resumed ? "Already running" : "Started")}: {handle.Id}\nFollow it: starter watch {input.Session.SessionId}");
        return ExitCodes.Ok;
    }
}
