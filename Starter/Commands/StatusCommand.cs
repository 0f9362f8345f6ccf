using System.CommandLine;
using System.Linq.Expressions;
using System.Text.Json;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Watching;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter status</c>: where a session stands now.</summary>
internal static class StatusCommand
{
    public static Command Build() => SessionCommand.Build("status", "Show where a session stands now.", async session =>
    {
        var state = session.Links.In(await QueryAsync(session, workflow => workflow.Status()));
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
            await Console.Out.WriteLineAsync(await ScriptAsync(session, state.Session));
            var name = subject.ToString().ToLowerInvariant();
            await Console.Out.WriteLineAsync($"Waiting for you: starter approve {name} {state.Session.SessionId} [--revise \"…\"]");
        }

        return ExitCodes.Ok;
    });

    private static async Task<string> ScriptAsync(SessionContext session, SessionKey key)
    {
        var digest = await QueryAsync(session, workflow => workflow.Storyboard());
        var story = digest is null ? null : await session.Stories.ReadAsync(key, digest, session.CancellationToken);
        return story is null
            ? "The script is not in the object store that this machine is configured for; look it up where the workers run."
            : StoryReader.ToText(story);
    }

    private static async Task<T> QueryAsync<T>(SessionContext session, Expression<Func<VideoWorkflow, T>> query)
    {
        try
        {
            return await PatientQuery.AskAsync(() =>
                session.Handle.QueryAsync(query, PatientQuery.Options(session.CancellationToken)));
        }
        catch (Exception exception) when (!session.CancellationToken.IsCancellationRequested && NoWorker.Explains(exception))
        {
            throw new StarterException(
                ExitCodes.Unreachable,
                    "No worker answers at present. 'starter describe' shows what the server knows; 'starter worker' runs a worker.");
        }
    }
}
