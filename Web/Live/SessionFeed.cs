using System.Runtime.CompilerServices;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Live;

/// <summary>
/// The messages of one session as they come, for any number of readers. Each reader has its own place in the one list: everyone gets
/// every message in order and once, late comers what they missed, and a slow reader holds up nobody and costs nothing.
/// </summary>
internal sealed class SessionFeed
{
    private readonly Lock _lock = new();
    private readonly List<StatusMessage> _messages = [];
    private TaskCompletionSource _change = NewChange();
    private string? _note;
    private bool _ended;

    /// <summary>Adds a message.</summary>
    public void Add(StatusMessage message) => Change(() =>
    {
        _messages.Add(message);
        _note = null;
    });

    /// <summary>Tells readers something of the moment that is no message: they may miss it.</summary>
    public void Note(string note) => Change(() => _note = note);

    /// <summary>Nothing more comes.</summary>
    public void End() => Change(() => _ended = true);

    /// <summary>The messages behind a number, and what is noted meanwhile, until the session has ended.</summary>
    /// <param name="after">The number of the last message that the reader has; 0 for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<FeedItem> ReadAsync(int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (place, told) = (0, (string?)null);
        while (true)
        {
            Task change;
            List<StatusMessage> news;
            string? note;
            bool ended;
            lock (_lock)
            {
                news = _messages[place..];
                (place, note, ended, change) = (_messages.Count, _note, _ended, _change.Task);
            }

            foreach (var message in news.Where(message => message.Sequence > after))
            {
                yield return new FeedItem(message, null);
            }

            if (note is not null && note != told)
            {
                yield return new FeedItem(null, told = note);
            }

            if (ended)
            {
                yield break;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource before;
        lock (_lock)
        {
            change();
            (before, _change) = (_change, NewChange());
        }

        before.TrySetResult();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What a reader gets: a message, or a note of the moment.</summary>
/// <param name="Message">A status message; null for a note.</param>
/// <param name="Note">A line for people; null for a message.</param>
internal sealed record FeedItem(StatusMessage? Message, string? Note);
