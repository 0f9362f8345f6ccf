using System.CommandLine;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Starter.Sessions;

namespace TemporalVideo.Starter.Commands;

/// <summary>A command about one session that is there.</summary>
internal static class SessionCommand
{
    public static Command Build(string name, string description, Func<SessionContext, Task<int>> action) =>
        Build(new Command(name, description), action);

    public static Command Build(Command command, Func<SessionContext, Task<int>> action)
    {
        SessionChoice.AddTo(command);
        return command.Does(async (parsed, cancellationToken) =>
        {
            await using var engine = await EngineConnection.OpenAsync(CommonOptions.Configuration(parsed));
            var handle = await SessionChoice.FindAsync(parsed, engine.Client, cancellationToken);
            return await action(new SessionContext(parsed, engine, handle, cancellationToken));
        });
    }
}
