using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Sessions;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter describe</c>: what the server knows of a session, without asking a worker.</summary>
internal static class DescribeCommand
{
    public static Command Build() =>
        SessionCommand.Build("describe",
        "Show what the server knows of a session: status, search attributes, running activities and their progress.", async session =>
    {
        var summary = await SessionDescription.ReadAsync(session.Handle, session.Rpc);
        await Console.Out.WriteLineAsync(session.Json ? JsonSerializer.Serialize(summary) : summary.ToText());
        return ExitCodes.Ok;
    });
}
