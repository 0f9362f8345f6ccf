using System.CommandLine;
using Temporalio.Exceptions;
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
            try
            {
                return await action(new SessionContext(parsed, engine, handle, cancellationToken));
            }
            catch (RpcException missing) when (missing.Code == RpcException.StatusCode.NotFound && IsUnknown(missing))
            {
                throw new StarterException(
                    ExitCodes.NotFound,
                    $"There is no session {handle.Id} on {engine.Place}. "
                    + "'starter list' shows those there are; --user names another person's.");
            }
        });
    }

    /// <summary>Servers answer the same code for a workflow that has ended; the words are those of the real server.</summary>
    private static bool IsUnknown(RpcException missing) => missing.Message.Contains("not found for ID", StringComparison.Ordinal);
}
