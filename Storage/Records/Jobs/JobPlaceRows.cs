namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>How it stands with a place. In the table: the member's name.</summary>
internal enum PlaceState
{
    /// <summary>It stands in line.</summary>
    Waiting,

    /// <summary>It is one of the running jobs.</summary>
    Taken,

    /// <summary>It was given back: who asks for the same attempt again is late.</summary>
    Left,
}

/// <summary>A row of <c>job_place</c>: the latest attempt of a job that has asked for a place.</summary>
internal sealed class JobPlaceRow
{
    public required string UserId { get; init; }

    public required string PipelineId { get; init; }

    public required string JobId { get; init; }

    public int Attempt { get; set; }

    /// <summary>The run that has asked; when that has ended, nobody will give it back.</summary>
    public string RunId { get; set; } = "";

    public PlaceState State { get; set; }

    /// <summary>Its place in the line: smaller ones have come before.</summary>
    public long Ticket { get; set; }

    /// <summary>When it asked last, UTC: the line does not wait for those who ask no longer.</summary>
    public DateTime AskedAt { get; set; }
}

/// <summary>A row of <c>job_line</c>: the line of a user. Who changes places locks it.</summary>
internal sealed class JobLineRow
{
    public required string UserId { get; init; }

    /// <summary>The last ticket that was given.</summary>
    public long Tickets { get; set; }
}
