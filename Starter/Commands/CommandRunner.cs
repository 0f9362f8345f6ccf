using System.CommandLine;
using Temporalio.Exceptions;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records;

namespace TemporalVideo.Starter.Commands;

/// <summary>Runs a command's action and turns failures into a line on standard error and an exit code.</summary>
internal static class CommandRunner
{
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await action(parsed, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return ExitCodes.Detached;
            }
            catch (Exception exception) when (Told(exception) is { } told)
            {
                await Console.Error.WriteLineAsync(told.Message);
                return told.ExitCode;
            }
        });
        return command;
    }

    private static (int ExitCode, string Message)? Told(Exception exception) => exception switch
    {
        StarterException starter => (starter.ExitCode, starter.Message),
        ConfigurationException configuration => (ExitCodes.Usage, configuration.Message),
        VideoDatabaseException database => (ExitCodes.Unreachable, database.Message),
        RpcException { Code: RpcException.StatusCode.NotFound } rpc => (ExitCodes.NotFound, MissingNamespace.Of(rpc) ?? rpc.Message),
        RpcException rpc when IsUnreachable(rpc) => (ExitCodes.Unreachable, $"The Temporal server does not answer: {rpc.Message}"),
        RpcException rpc => (ExitCodes.Failed, $"The Temporal server answered {rpc.Code}: {rpc.Message}"),
        WorkflowQueryFailedException query => (ExitCodes.Failed, query.Message),
        ObjectMissingException or ObjectStoreException => (ExitCodes.Failed, exception.Message),
        IOException io => (ExitCodes.Failed, io.Message),
        _ => null,
    };

    private static bool IsUnreachable(RpcException exception) => LostConnection.Explains(exception) || exception.Code is
        RpcException.StatusCode.Unauthenticated or RpcException.StatusCode.PermissionDenied;
}
