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

    /// <summary>Says that the agent is done.</summary>
    public void Finished(string text, string? videoUrl = null) =>
        Say(AgentStatus.Finished, message => Counted(message) with { Message = text, Progress = 100, VideoUrl = videoUrl });

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
