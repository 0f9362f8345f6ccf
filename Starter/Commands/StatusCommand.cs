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
        var state = session.Links.In(await SessionScript.QueryAsync(session, workflow => workflow.Status()));
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
            await Console.Out.WriteLineAsync($"Waiting for you: starter approve {name} {state.Session.SessionId} [--revise \"…\"]"
                + (subject == ReviewSubject.Story
                    ? $"\nTo rewrite it first: starter script {state.Session.SessionId} --output script.md" : ""));
        }

        foreach (var step in state.Parked ?? [])
        {
            var options = string.Join(" | ", step.Options).ToLowerInvariant();
            await Console.Out.WriteLineAsync(
                $"{step.Id} has failed and waits for you until {step.Until:yyyy-MM-dd HH:mm} UTC: {step.Reason}\n"
                + $"  starter decide {options} {state.Session.SessionId} --step {step.Id}");
        }

        return ExitCodes.Ok;
    });

    private static async Task<string> ScriptAsync(SessionContext session, SessionKey key)
    {
        var digest = await SessionScript.QueryAsync(session, workflow => workflow.Storyboard());
        var story = digest is null ? null : await session.Stories.ReadAsync(key, digest, session.CancellationToken);
        return story is null
            ? "The script is not in the object store that this machine is configured for; look it up where the workers run."
            : StoryReader.ToText(story);
    }
}
