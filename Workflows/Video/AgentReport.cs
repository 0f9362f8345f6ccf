using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>What one agent says and counts while it works.</summary>
internal sealed class AgentReport(AgentName agent, StatusBoard board, CostLedger costs, Action changed)
{
    private int _steps;
    private int _done;
    private int _files;

    /// <summary>Says that the agent begins.</summary>
    public void Starting() => Say(AgentStatus.Starting, message => message);

    /// <summary>Says that it is at work, and how many steps there are to do.</summary>
    public void Processing(string text, int steps)
    {
        _steps = steps;
        Say(AgentStatus.Processing, message => message with { Message = text, Progress = 0 });
    }

    /// <summary>Says that a step is done.</summary>
    public void Made(Piece piece, string text, string? segmentId = null)
    {
        _done++;
        _files += piece.Files;
        Say(AgentStatus.Processing, message => Counted(message) with
        {
            Message = piece.Warning ?? (piece.Found ? $"{text} (kept from before)" : text),
            SegmentId = segmentId,
            Progress = Math.Min(99, 100 * _done / Math.Max(1, _steps)),
        });
    }

    /// <summary>Has a piece made of each item, at most so many at a time, and says of each that it is done.</summary>
    /// <param name="items">The items.</param>
    /// <param name="atATime">How many are asked for at a time.</param>
    /// <param name="make">Makes the piece of an item.</param>
    /// <param name="said">What is said when it is made, and the segment that it is about.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task ForEachAsync<T>(
        IReadOnlyList<T> items,
        int atATime,
        Func<T, CancellationToken, Task<Piece>> make,
        Func<T, (string Text, string SegmentId)> said,
        CancellationToken cancellationToken) => Together.ForEachAsync(
            items,
            atATime,
            async (item, token) =>
            {
                var piece = await make(item, token);
                var (text, segmentId) = said(item);
                Made(piece, text, segmentId);
            },
            cancellationToken);

    /// <summary>Says that something waits, or what became of it.</summary>
    public void Waiting(string text, string? segmentId) => Say(AgentStatus.Processing, message => Counted(message) with
    {
        Message = text,
        SegmentId = segmentId,
        Progress = Math.Min(99, 100 * _done / Math.Max(1, _steps)),
    });

    /// <summary>Says that the agent is done.</summary>
    public void Finished(string text, CheckedVideo? video = null) => Say(AgentStatus.Finished, message => Counted(message) with
    {
        Message = text,
        Progress = 100,
        VideoKey = video?.VideoKey,
        VideoUrl = video?.VideoUrl,
    });

    /// <summary>Says that the agent has given up.</summary>
    public void Failed(Exception failure)
    {
        var reason = FailureReason.Of(failure);
        Say(AgentStatus.Error, message => Counted(message) with { Error = reason.Type, Reason = reason.Text });
    }

    private StatusMessage Counted(StatusMessage message) => message with
    {
        FileCount = _files,
        Cost = costs.ChargedBy(agent),
        CostEstimate = costs.EstimateOf(agent),
    };

    private void Say(AgentStatus status, Func<StatusMessage, StatusMessage> details)
    {
        board.Say(agent, status, details);
        changed();
    }
}
