using System.CommandLine;
using TemporalVideo.Sessions;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter script</c>: the script of a session as a file that can be rewritten and handed to <c>approve</c>.</summary>
internal static class ScriptCommand
{
    private static readonly Option<string?> Output = new("--output") { Description = "Write into this file; default: on the terminal." };

    public static Command Build() => SessionCommand.Build(
        new Command("script", "Write the script of a session, to be rewritten and approved.") { Output },
        async session =>
        {
            var (story, version) = await SessionScript.ReadAsync(session);
            var text = ScriptFile.Write(story, version);
            if (session.Parsed.GetValue(Output) is not { } file)
            {
                await Console.Out.WriteAsync(text);
                return ExitCodes.Ok;
            }

            await File.WriteAllTextAsync(file, text, session.CancellationToken);
            await Console.Out.WriteLineAsync(
                $"{file}: rewrite it, then: starter approve story {session.Session.SessionId} --script {file}");
            return ExitCodes.Ok;
        });
}
