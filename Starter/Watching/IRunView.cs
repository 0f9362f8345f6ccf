using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Watching;

/// <summary>Shows a run while it is watched.</summary>
internal interface IRunView
{
    /// <summary>Shows the messages as they come, until there are no more.</summary>
    /// <param name="messages">The status messages of a session, in order.</param>
    Task ShowAsync(IAsyncEnumerable<StatusMessage> messages);
}
