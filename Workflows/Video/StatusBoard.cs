using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>The ordered list of a session's status messages.</summary>
/// <param name="session">Which session.</param>
/// <param name="now">The workflow's time.</param>
internal sealed class StatusBoard(SessionKey session, Func<DateTime> now)
{
    private readonly List<StatusMessage> _messages = [];

    public int LastSequence => _messages.Count;

    /// <summary>The messages behind a sequence number.</summary>
    public IReadOnlyList<StatusMessage> After(int sequence) => [.. _messages.Skip(Math.Max(0, sequence))];

    /// <summary>The newest message of each agent, in the order of the agents.</summary>
    public IReadOnlyList<StatusMessage> Newest() =>
        [.. _messages.GroupBy(message => message.Agent).OrderBy(group => group.Key).Select(group => group.Last())];

    /// <summary>Adds a message; <paramref name="details"/> fills in what applies beside who, when and where.</summary>
    public void Say(AgentName agent, AgentStatus status, Func<StatusMessage, StatusMessage> details) =>
        _messages.Add(details(new StatusMessage
        {
            Sequence = _messages.Count + 1,
            Agent = agent,
            UserId = session.UserId,
            SessionId = session.SessionId,
            Status = status,
            Timestamp = new DateTimeOffset(now()).ToUnixTimeSeconds(),
        }));

    /// <summary>The newest messages as Markdown, for a person who looks at the run in the Temporal UI.</summary>
    public string ToMarkdown() => string.Join('\n', Newest().Select(message =>
        $"- **{message.Agent}** {message.Status.ToString().ToLowerInvariant()}"
        + (message.Progress is { } progress ? $" {progress}%" : "")
        + ((message.Reason ?? message.Message) is { } text ? $": {text}" : "")));
}
