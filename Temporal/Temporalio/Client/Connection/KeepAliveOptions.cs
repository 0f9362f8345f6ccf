namespace Temporalio.Client;

/// <summary>How a connection finds out that it broke.</summary>
public class KeepAliveOptions : ICloneable
{
    /// <summary>Time between pings. Default: 30 s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for the answer before the connection is closed. Default: 15 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
