using System.CommandLine;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Watching;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter watch</c>: follows a session to its end.</summary>
internal static class WatchCommand
{
    public static Command Build() =>
        SessionCommand.Build("watch", "Follow a session to its end. Ctrl-C only stops watching.", async session =>
    {
        await RunViews.Choose(session.Json)
            .ShowAsync(new RunWatcher(session.Handle, session.Links, RunViews.Tell).WatchAsync(session.CancellationToken));
        return await RunReport.ResultAsync(session.Handle, session.Store, session.Json, output: null, session.CancellationToken);
    });
}
