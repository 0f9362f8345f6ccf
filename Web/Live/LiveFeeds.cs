using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Temporalio.Client;
using TemporalVideo.Sessions;
using TemporalVideo.Web.Api;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Live;

/// <summary>One follower for each session that somebody watches, however many watch it; it ends with the last of them.</summary>
/// <param name="client">Of the namespace.</param>
/// <param name="logger">Is told what a follower dies of.</param>
internal sealed partial class LiveFeeds(ITemporalClient client, ILogger<LiveFeeds> logger)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SessionKey, Follower> _followers = [];

    /// <summary>How many sessions are followed now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _followers.Count;
            }
        }
    }

    /// <summary>The messages of a session behind a number, until it has ended.</summary>
    public async IAsyncEnumerable<FeedItem> ReadAsync(
        SessionKey session, int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var follower = Enter(session);
        try
        {
            await foreach (var item in follower.Feed.ReadAsync(after, cancellationToken))
            {
                yield return item;
            }
        }
        finally
        {
            Leave(session, follower);
        }
    }

    private Follower Enter(SessionKey session)
    {
        lock (_lock)
        {
            if (!_followers.TryGetValue(session, out var follower))
            {
                _followers[session] = follower = new Follower();
                _ = FollowAsync(session, follower);
            }

            follower.Readers++;
            return follower;
        }
    }

    private void Leave(SessionKey session, Follower follower)
    {
        lock (_lock)
        {
            if (--follower.Readers == 0)
            {
                Forget(session, follower);
                follower.Stop.Cancel();
            }
        }
    }

    private void Forget(SessionKey session, Follower follower)
    {
        if (_followers.TryGetValue(session, out var current) && current == follower)
        {
            _followers.Remove(session);
        }
    }

    private async Task FollowAsync(SessionKey session, Follower follower)
    {
        await Task.Yield();
        var feed = follower.Feed;
        try
        {
            var handle = client.GetWorkflowHandle<VideoWorkflow, VideoResult>(VideoWorkflowId.Of(session));
            var watcher = new RunWatcher(handle, FileLinks.Of(session), feed.Note);
            await foreach (var message in watcher.WatchAsync(follower.Stop.Token))
            {
                feed.Add(message);
            }
        }
        catch (OperationCanceledException) when (follower.Stop.IsCancellationRequested)
        {
            // Nobody watches any more.
        }
        catch (Exception exception)
        {
            // Whoever watches is told and comes again by number; the session itself does not notice.
            LogLost(exception, session);
            feed.Note("The session cannot be followed at present; try again in a moment.");
        }

        lock (_lock)
        {
            Forget(session, follower);
        }

        feed.End();
    }

    [LoggerMessage(EventId = 901, Level = LogLevel.Warning, Message = "The session {Session} is not followed any more")]
    private partial void LogLost(Exception exception, SessionKey session);

    private sealed class Follower
    {
        public SessionFeed Feed { get; } = new();

        public CancellationTokenSource Stop { get; } = new();

        public int Readers { get; set; }
    }
}
