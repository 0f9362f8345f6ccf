namespace TemporalVideo.DevServer.Schedules;

/// <summary>How far a schedule has come.</summary>
internal sealed record ScheduleProgress
{
    /// <summary>Run id under which the schedule is listed among workflows.</summary>
    public required string RunId { get; init; }

    /// <summary>The request that made it; the same request again is no error.</summary>
    public required string CreateRequestId { get; init; }

    /// <summary>Times until here have been dealt with.</summary>
    public required DateTimeOffset ProcessedUntil { get; init; }

    /// <summary>Raised by every change that a client makes.</summary>
    public long Version { get; init; } = 1;

    /// <summary>How many starts were tried; makes their request ids differ.</summary>
    public long Starts { get; init; }

    /// <summary>Actions that wait for earlier ones.</summary>
    public IReadOnlyList<BufferedAction> Buffer { get; init; } = [];

    /// <summary>Result of the last completed workflow, for the next one.</summary>
    public byte[]? LastResult { get; init; }

    /// <summary>Failure of the last workflow if it failed, for the next one.</summary>
    public byte[]? LastFailure { get; init; }
}
