using System.CommandLine;
using TemporalVideo.Starter.Watching;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter result</c>: waits for a session's end and prints what it made.</summary>
internal static class ResultCommand
{
    public static Command Build()
    {
        var command = new Command("result", "Wait for a session's end and print where the video is, how long it took and what it cost.");
        command.Options.Add(OutputFile.Option);
        return SessionCommand.Build(command, session => RunReport.ResultAsync(
            session.Handle, session.Store, session.Json, OutputFile.Require(session.Parsed), session.CancellationToken));
    }
}
