using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Watching;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter status</c>: where a session stands now.</summary>
internal static class StatusCommand
{
    public static Command Build() => SessionCommand.Build("status", "Show where a session stands now.", async session =>
    {
        var state = await QueryAsync(session);
        if (session.Json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(state));
            return ExitCodes.Ok;
        }

        await Console.Out.WriteLineAsync($"{session.Handle.Id}  {state.Title}\n{state.Stage}, {state.Outcome}");
        foreach (var message in state.Agents)
        {
            await Console.Out.WriteLineAsync(LinesView.LineOf(message));
        }

        if (state.WaitingFor is { } subject)
        {
            var name = subject.ToString().ToLowerInvariant();
            await Console.Out.WriteLineAsync($"Waiting for you: starter approve {name} {state.Session.SessionId} [--revise \"…\"]");
        }

        return ExitCodes.Ok;
    });

    private static async Task<VideoState> QueryAsync(SessionContext session)
    {
        try
        {
            return await PatientQuery.AskAsync(() =>
                session.Handle.QueryAsync(workflow => workflow.Status(), PatientQuery.Options(session.CancellationToken)));
        }
        catch (Exception exception) when (!session.CancellationToken.IsCancellationRequested && NoWorker.Explains(exception))
        {
            throw new StarterException(
                ExitCodes.Unreachable, "No worker answers at present. 'starter describe' shows what the server knows; 'starter worker' runs a worker.");
        }
    }
}
