namespace TemporalVideo.Tests.OpenAi;

/// <summary>What goes wrong with one request.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Answers late, but well.</summary>
    public sealed record Slow(TimeSpan For) : Fault;

    /// <summary>429; nothing is charged.</summary>
    public sealed record Busy(int? RetryAfterSeconds) : Fault;

    /// <summary>An error of the server; nothing is charged.</summary>
    public sealed record Failing(int Status = 500) : Fault;

    /// <summary>Charges, then closes the connection without an answer.</summary>
    public sealed record CutAfterCharge : Fault;

    /// <summary>Charges, then answers what nobody can use.</summary>
    public sealed record Nonsense : Fault;
}
